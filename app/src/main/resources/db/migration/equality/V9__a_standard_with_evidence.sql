-- The standard (C2.2): criteria of a file of the program, by standard and key, or the network's own, by title.
create table equality.criterion (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    standard  text check (length(standard) between 1 and 40),
    key       text check (length(key) between 1 and 40),
    title     text check (length(title) between 1 and 300),
    position  int not null default 0,
    since     date not null,
    person    uuid,
    review_on date,
    version   int not null default 1,
    primary key (network, id),
    unique (network, standard, key),
    foreign key (network, person) references directory.person (network, id) on delete set null (person),
    check ((standard is null) = (key is null) and (key is null) = (title is not null))
);
create index on equality.criterion (network, person);
select platform.shelter('equality.criterion');

-- How far the network is, and since when it says so. The last one by its day counts; none is level 0.
create table equality.rating (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    criterion uuid not null,
    level     int not null check (level between 0 and 4),
    rated_on  date not null,
    primary key (network, id),
    constraint once_a_day unique (network, criterion, rated_on),
    foreign key (network, criterion) references equality.criterion (network, id) on delete cascade
);
select platform.shelter('equality.rating');

-- What shows it: an address on the web, or a page of this network (a path below the network's own).
create table equality.evidence (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    criterion   uuid not null,
    title       text not null check (length(title) between 1 and 200),
    address     text not null check (length(address) between 1 and 500 and (address like '/%' or address like 'https://%' or address like 'http://%')),
    evidence_on date not null,
    primary key (network, id),
    foreign key (network, criterion) references equality.criterion (network, id) on delete cascade
);
create index on equality.evidence (network, criterion);
select platform.shelter('equality.evidence');

do $$
declare place text;
begin
    foreach place in array array['criterion', 'rating', 'evidence'] loop
        execute format('create policy office_adds on equality.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on equality.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on equality.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy inside_only on equality.%I as restrictive for select to wirknetz_app using ((select access.is_inside()))', place);
    end loop;
end $$;

-- For the network check. Row-level security of the one who asks holds.
create view equality.criterion_card with (security_invoker = true) as
select network, id, since from equality.criterion;
create view equality.rating_card with (security_invoker = true) as
select network, criterion, level, rated_on from equality.rating;
create view equality.evidence_card with (security_invoker = true) as
select network, criterion, evidence_on from equality.evidence;
grant select on equality.criterion_card, equality.rating_card, equality.evidence_card to wirknetz_app;
