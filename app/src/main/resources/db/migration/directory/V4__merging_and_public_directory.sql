-- Two that look alike and are not the same: so said by somebody, and not proposed again.
create table directory.distinct_pair (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    kind    text not null check (kind in ('organisations', 'people')),
    one     uuid not null,
    other   uuid not null,
    primary key (network, id),
    unique (network, kind, one, other),
    check (one < other)
);
select platform.shelter('directory.distinct_pair');

-- What a network decided about its directory as a whole. No row: nothing is public.
create table directory.setting (
    network         uuid not null references access.network,
    id              uuid not null default gen_random_uuid(),
    public_partners boolean not null default false,
    primary key (network, id)
);
create unique index setting_once on directory.setting (network);
select platform.shelter('directory.setting');
