-- Own kinds of ties of a network; the six of the contract (INFO, REFERRAL, …) are there without a row.
create table networkcheck.tie_kind (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    key      text not null check (key ~ '^[A-Z][A-Z0-9_]{0,62}$'),
    name_de  text not null check (length(name_de) between 1 and 120),
    name_en  text not null check (length(name_en) between 1 and 120),
    position int not null default 0,
    primary key (network, id),
    unique (network, key)
);
select platform.shelter('networkcheck.tie_kind');

-- A declared tie between two organisations. Intervals are half-open; null is open.
-- Each side's word is kept apart: who said so, and when.
create table networkcheck.tie (
    network            uuid not null references access.network,
    id                 uuid not null default gen_random_uuid(),
    from_organisation  uuid not null,
    to_organisation    uuid not null,
    kind               text not null check (kind ~ '^[A-Z][A-Z0-9_]{0,62}$'),
    strength           int check (strength between 1 and 5),
    mutual             boolean not null default false,
    form               text check (form in ('COMPLEMENTARY', 'SUPPORTIVE', 'INTEGRATIVE')),
    source             text not null default 'DECLARED' check (source in ('DECLARED', 'OBSERVED')),
    valid_from         date,
    valid_to           date,
    from_confirmed_at  timestamptz,
    from_confirmed_by  uuid,
    to_confirmed_at    timestamptz,
    to_confirmed_by    uuid,
    note               text not null default '' check (length(note) <= 2000),
    version            int not null default 1,
    created_at         timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, from_organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, to_organisation) references directory.organisation (network, id) on delete cascade,
    check (from_organisation <> to_organisation),
    check (valid_from < valid_to),
    constraint tie_once exclude using gist
        (network with =, from_organisation with =, to_organisation with =, kind with =, daterange(valid_from, valid_to) with &&)
        deferrable initially immediate,
    constraint mutual_tie_once exclude using gist
        (network with =, least(from_organisation, to_organisation) with =, greatest(from_organisation, to_organisation) with =,
         kind with =, daterange(valid_from, valid_to) with &&) where (mutual)
);
create index on networkcheck.tie (network, to_organisation);
select platform.shelter('networkcheck.tie');

-- Where organisations stood on the map, so that the next map is drawn near the last one. Can be thrown away and
-- computed anew, therefore neither trail nor revisions.
create table networkcheck.layout (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    as_of        date not null,
    data_version bigint not null,
    positions    jsonb not null,
    primary key (network, id),
    unique (network, as_of)
);
alter table networkcheck.layout enable row level security;
alter table networkcheck.layout force row level security;
create policy own_network on networkcheck.layout using (network = (select platform.network())) with check (network = (select platform.network()));
do $$ begin execute format('create policy maintenance on networkcheck.layout to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on networkcheck.layout to wirknetz_app;

-- What other rooms may show of ties.
create view networkcheck.tie_card with (security_invoker = true) as
select network, id, from_organisation, to_organisation, kind, strength, mutual, form, source, valid_from, valid_to,
       from_confirmed_at is not null and to_confirmed_at is not null as confirmed_by_both
  from networkcheck.tie;

grant usage on schema networkcheck to wirknetz_app;
grant select on networkcheck.tie_card to wirknetz_app;
