-- Intervals are half-open everywhere: valid_from <= day < valid_to; null is open.

create table directory.actor_group (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    key      text not null check (key ~ '^[A-Z][A-Z0-9_]{0,62}$'),
    name_de  text not null check (length(name_de) between 1 and 120),
    name_en  text not null check (length(name_en) between 1 and 120),
    position int not null default 0,
    version  int not null default 1,
    primary key (network, id),
    unique (network, key)
);
select platform.shelter('directory.actor_group');

create table directory.area (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    key     text not null check (length(key) between 1 and 40),
    name    text not null check (length(name) between 1 and 200),
    level   text not null check (level in ('DISTRICT', 'MUNICIPALITY')),
    parent  uuid,
    shape   jsonb,
    version int not null default 1,
    primary key (network, id),
    unique (network, key),
    foreign key (network, parent) references directory.area (network, id)
);
select platform.shelter('directory.area');

-- A partner of the network, its host, its office, a body it deals with. Organisation is not site and not legal person.
create table directory.organisation (
    network         uuid not null references access.network,
    id              uuid not null default gen_random_uuid(),
    key             text not null check (length(key) between 1 and 80),
    name            text not null check (length(name) between 1 and 200),
    short_name      text check (length(short_name) between 1 and 40),
    area            uuid,
    coordinator     boolean not null default false,
    host            uuid,
    successor       uuid,
    succeeded_on    date,
    website         text check (website ~ '^https?://' and length(website) <= 500),
    email           text check (length(email) <= 254),
    phone           text check (length(phone) <= 60),
    street          text check (length(street) <= 200),
    postcode        text check (length(postcode) <= 20),
    city            text check (length(city) <= 120),
    latitude        double precision check (latitude between -90 and 90),
    longitude       double precision check (longitude between -180 and 180),
    note            text check (length(note) <= 10000),
    free            jsonb not null default '{}' check (jsonb_typeof(free) = 'object'),
    visibility      jsonb not null default '{}' check (jsonb_typeof(visibility) = 'object'),
    version         int not null default 1,
    created_at      timestamptz not null default now(),
    primary key (network, id),
    unique (network, key),
    foreign key (network, area) references directory.area (network, id),
    foreign key (network, host) references directory.organisation (network, id),
    foreign key (network, successor) references directory.organisation (network, id),
    check (host <> id), check (successor <> id)
);
create index on directory.organisation (network, name, id);
create index on directory.organisation (network, area);
create unique index one_coordinator on directory.organisation (network) where coordinator;
select platform.shelter('directory.organisation');

-- Earlier names; the present one stands on the organisation.
create table directory.organisation_name (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    name         text not null check (length(name) between 1 and 200),
    valid_from   date,
    valid_to     date,
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    check (valid_from < valid_to)
);
create index on directory.organisation_name (network, organisation);
select platform.shelter('directory.organisation_name');

create table directory.organisation_group (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    actor_group  uuid not null,
    primary key (network, id),
    unique (network, organisation, actor_group),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, actor_group) references directory.actor_group (network, id)
);
create index on directory.organisation_group (network, actor_group);
select platform.shelter('directory.organisation_group');

create table directory.umbrella_member (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    umbrella   uuid not null,
    member     uuid not null,
    valid_from date,
    valid_to   date,
    primary key (network, id),
    foreign key (network, umbrella) references directory.organisation (network, id) on delete cascade,
    foreign key (network, member) references directory.organisation (network, id) on delete cascade,
    check (umbrella <> member), check (valid_from < valid_to)
);
create index on directory.umbrella_member (network, umbrella);
create index on directory.umbrella_member (network, member);
select platform.shelter('directory.umbrella_member');

-- Membership in the network: decided and dated. One status at a time.
create table directory.membership (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    status       text not null check (status in ('ASKED', 'DECLINED', 'ACTIVE', 'DORMANT', 'LEFT', 'GUEST')),
    valid_from   date,
    valid_to     date,
    reason       text check (length(reason) <= 1000),
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    check (valid_from < valid_to),
    constraint membership_one_at_a_time exclude using gist
        (network with =, organisation with =, daterange(valid_from, valid_to) with &&) deferrable initially deferred
);
create index on directory.membership (network, organisation);
select platform.shelter('directory.membership');

create table directory.person (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    key         text not null check (length(key) between 1 and 80),
    title       text check (length(title) <= 60),
    given_name  text not null default '' check (length(given_name) <= 120),
    family_name text not null check (length(family_name) between 1 and 120),
    email       text check (length(email) <= 254),
    phone       text check (length(phone) <= 60),
    mobile      text check (length(mobile) <= 60),
    languages   text check (length(languages) <= 200),
    note        text check (length(note) <= 10000),
    source      text check (length(source) <= 200),
    informed_on date,
    free        jsonb not null default '{}' check (jsonb_typeof(free) = 'object'),
    visibility  jsonb not null default '{}' check (jsonb_typeof(visibility) = 'object'),
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    primary key (network, id),
    unique (network, key)
);
create index on directory.person (network, family_name, given_name, id);
create index on directory.person (network, lower(email));
select platform.shelter('directory.person');

-- Position: what somebody is in an organisation.
create table directory.position (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    person       uuid not null,
    organisation uuid not null,
    function     text not null default '' check (length(function) <= 200),
    level        text check (level in ('LEADERSHIP', 'OPERATIONAL', 'ADMINISTRATION')),
    valid_from   date,
    valid_to     date,
    primary key (network, id),
    foreign key (network, person) references directory.person (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    check (valid_from < valid_to)
);
create index on directory.position (network, person);
create index on directory.position (network, organisation);
select platform.shelter('directory.position');

-- Mandate: what somebody does in the network for an organisation: represents it, leads a group, answers for a topic.
create table directory.mandate (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    person       uuid not null,
    organisation uuid not null,
    kind         text not null default 'REPRESENTS' check (kind in ('REPRESENTS', 'LEADS', 'RESPONSIBLE', 'KEY_FUNCTION')),
    function     text not null default '' check (length(function) <= 200),
    level        text check (level in ('LEADERSHIP', 'OPERATIONAL', 'ADMINISTRATION')),
    deputy       uuid,
    valid_from   date,
    valid_to     date,
    primary key (network, id),
    foreign key (network, person) references directory.person (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, deputy) references directory.person (network, id),
    check (valid_from < valid_to), check (deputy <> person)
);
create index on directory.mandate (network, person);
create index on directory.mandate (network, organisation);
select platform.shelter('directory.mandate');

-- Structures of the region: bodies, alliances, programmes; the network's own groups and those around it.
create table directory.structure (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    key        text not null check (length(key) between 1 and 80),
    name       text not null check (length(name) between 1 and 200),
    kind       text not null check (kind in ('BODY', 'ALLIANCE', 'PROGRAMME')),
    own        boolean not null default false,
    topic      text check (length(topic) <= 500),
    area       uuid,
    website    text check (website ~ '^https?://' and length(website) <= 500),
    source     text check (length(source) <= 300),
    valid_from date,
    valid_to   date,
    version    int not null default 1,
    primary key (network, id),
    unique (network, key),
    foreign key (network, area) references directory.area (network, id),
    check (valid_from < valid_to)
);
select platform.shelter('directory.structure');

create table directory.structure_member (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    structure    uuid not null,
    organisation uuid not null,
    role         text check (length(role) <= 120),
    valid_from   date,
    valid_to     date,
    primary key (network, id),
    foreign key (network, structure) references directory.structure (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    check (valid_from < valid_to)
);
create index on directory.structure_member (network, structure);
create index on directory.structure_member (network, organisation);
select platform.shelter('directory.structure_member');

-- Target constellation (Soll-Liste): whom the network needs, versioned. The version in force is the latest begun.
create table directory.target_model (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    name       text not null check (length(name) between 1 and 200),
    number     int not null check (number > 0),
    valid_from date not null,
    source     text check (length(source) <= 300),
    primary key (network, id),
    unique (network, number)
);
select platform.shelter('directory.target_model');

create table directory.target_role (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    model       uuid not null,
    actor_group uuid not null,
    area        uuid,
    minimum     int not null default 1 check (minimum between 1 and 1000),
    weight      numeric(6, 2) not null default 1 check (weight > 0),
    primary key (network, id),
    foreign key (network, model) references directory.target_model (network, id) on delete cascade,
    foreign key (network, actor_group) references directory.actor_group (network, id),
    foreign key (network, area) references directory.area (network, id)
);
create unique index target_role_once on directory.target_role (network, model, actor_group, coalesce(area, '00000000-0000-0000-0000-000000000000'));
select platform.shelter('directory.target_role');

-- What others may show of us. security_invoker keeps row-level security on the one who asks.
create view directory.organisation_card with (security_invoker = true) as
select network, id, key, name, coalesce(short_name, name) as short, coordinator, area from directory.organisation;

create view directory.person_card with (security_invoker = true) as
select network, id, key, trim(concat_ws(' ', title, given_name, family_name)) as name, given_name, family_name from directory.person;

-- Who is a member on which day (ACTIVE or DORMANT): the boundary of every measure.
create view directory.membership_card with (security_invoker = true) as
select network, organisation, status, valid_from, valid_to from directory.membership;

create view directory.organisation_group_card with (security_invoker = true) as
select og.network, og.organisation, g.id as actor_group, g.key, g.name_de, g.name_en, g.position
  from directory.organisation_group og
  join directory.actor_group g on g.network = og.network and g.id = og.actor_group;

create view directory.area_card with (security_invoker = true) as
select network, id, key, name, level, parent, shape from directory.area;

grant usage on schema directory to wirknetz_app;
grant select on directory.organisation_card, directory.person_card, directory.membership_card,
    directory.organisation_group_card, directory.area_card to wirknetz_app;

-- Finding organisations and people by typing. Statement triggers: an import of 100,000 rows fires them a few times only.
create function directory.index_organisations() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select o.network, o.id, 'organisation', o.name, concat_ws(' · ', o.short_name, o.city),
           platform.fold(concat_ws(' ', o.name, o.short_name, o.key, o.city, o.postcode, o.email, o.website)),
           to_tsvector('german', concat_ws(' ', o.name, o.short_name, o.city, o.street))
      from touched o;
    return null;
end $$;
create trigger search_insert after insert on directory.organisation referencing new table as touched
    for each statement execute function directory.index_organisations();
create trigger search_update after update on directory.organisation referencing new table as touched
    for each statement execute function directory.index_organisations();

create function directory.index_people() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select p.network, p.id, 'person', trim(concat_ws(' ', p.title, p.given_name, p.family_name)), '',
           platform.fold(concat_ws(' ', p.given_name, p.family_name, p.key, p.email)),
           to_tsvector('simple', concat_ws(' ', p.given_name, p.family_name))
      from touched p;
    return null;
end $$;
create trigger search_insert after insert on directory.person referencing new table as touched
    for each statement execute function directory.index_people();
create trigger search_update after update on directory.person referencing new table as touched
    for each statement execute function directory.index_people();

create function directory.index_structures() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select s.network, s.id, 'structure', s.name, coalesce(s.topic, ''),
           platform.fold(concat_ws(' ', s.name, s.key, s.topic)),
           to_tsvector('german', concat_ws(' ', s.name, s.topic))
      from touched s;
    return null;
end $$;
create trigger search_insert after insert on directory.structure referencing new table as touched
    for each statement execute function directory.index_structures();
create trigger search_update after update on directory.structure referencing new table as touched
    for each statement execute function directory.index_structures();

create function directory.unindex() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_delete after delete on directory.organisation referencing old table as touched
    for each statement execute function directory.unindex();
create trigger search_delete after delete on directory.person referencing old table as touched
    for each statement execute function directory.unindex();
create trigger search_delete after delete on directory.structure referencing old table as touched
    for each statement execute function directory.unindex();
