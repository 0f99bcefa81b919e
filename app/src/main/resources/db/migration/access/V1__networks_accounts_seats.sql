-- A network is a tenant. Its own row is wider than itself: the front door has to find it by its slug.
create table access.network (
    id         uuid primary key,
    slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    name       text not null check (length(name) between 1 and 200),
    template   text not null,
    demo       boolean not null default false,
    locale     text not null default 'de' check (locale in ('de', 'en')),
    version    int not null default 1,
    created_at timestamptz not null default now()
);

-- Somebody who can sign in. One account may sit in several networks.
create table access.account (
    id         uuid primary key,
    email      text not null check (position('@' in email) > 1 and length(email) <= 254),
    name       text not null check (length(name) between 1 and 200),
    password   text,
    locale     text not null default 'de' check (locale in ('de', 'en')),
    operator   boolean not null default false,
    disabled   boolean not null default false,
    version    int not null default 1,
    created_at timestamptz not null default now()
);
create unique index account_email on access.account (lower(email));

-- Where an account sits in a network, and as what.
create table access.seat (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    account      uuid not null references access.account,
    role         text not null check (role in ('OFFICE', 'PARTNER_ADMIN', 'PARTNER_STAFF', 'GROUP_MEMBER', 'FUNDER')),
    organisation uuid,
    created_at   timestamptz not null default now(),
    primary key (network, id),
    check (role not in ('PARTNER_ADMIN', 'PARTNER_STAFF') or organisation is not null)
);
create unique index seat_once on access.seat (network, account, role, coalesce(organisation, '00000000-0000-0000-0000-000000000000'));
create index on access.seat (account);

-- Written out instead of platform.shelter: a person may also read their own seats in other networks, to choose one.
alter table access.seat enable row level security;
alter table access.seat force row level security;
create policy own_network on access.seat using (network = (select platform.network())) with check (network = (select platform.network()));
create policy own_account on access.seat for select using (account = (select platform.account()));
do $$ begin execute format('create policy maintenance on access.seat to %I using (true) with check (true)', current_user); end $$;
grant usage on schema access to wirknetz_app;
grant select, insert, update, delete on access.seat to wirknetz_app;
grant select, insert, update on access.network, access.account to wirknetz_app;
select platform.remember('access.network', 'ids');
select platform.remember('access.account', 'ids');
select platform.remember('access.seat', 'ids');

-- Sessions live in the database, so that several nodes share them (layout of Spring Session JDBC).
create table access.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on access.session (expiry_time);
create index on access.session (principal_name);
create table access.session_attributes (
    session_primary_id char(36) not null references access.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on access.session, access.session_attributes to wirknetz_app;
