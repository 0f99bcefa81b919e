-- Secrets that are sent or shown once: of each only the SHA-256 lies here. 256 random bits need no slow hash.
create table access.link (
    id         uuid primary key default gen_random_uuid(),
    kind       text not null check (kind in ('SIGN_IN', 'SET_UP')),
    account    uuid not null references access.account,
    secret     bytea not null unique check (length(secret) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index on access.link (account);
grant select, insert, update, delete on access.link to wirknetz_app;

-- How long somebody has to wait who keeps failing: by account, by subnet, by both (keys are hashes or subnets).
create table access.patience (
    key     text primary key check (length(key) <= 120),
    strikes int not null default 0,
    seen_at timestamptz not null default now(),
    free_at timestamptz not null default now()
);
create index on access.patience (seen_at);
grant select, insert, update, delete on access.patience to wirknetz_app;

-- The second factor (RFC 6238). last_step is the last time step that let somebody in: none works twice.
create table access.totp (
    account      uuid primary key references access.account,
    secret       bytea not null check (length(secret) = 20),
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);
create table access.recovery_code (
    id      uuid primary key default gen_random_uuid(),
    account uuid not null references access.account,
    secret  bytea not null check (length(secret) = 32),
    used_at timestamptz
);
create index on access.recovery_code (account);
grant select, insert, update, delete on access.totp, access.recovery_code to wirknetz_app;

-- Passkeys (WebAuthn). The handle stands for the account inside an authenticator and says nothing about the person.
create table access.passkey_holder (
    account uuid primary key references access.account,
    handle  bytea not null unique check (length(handle) = 32)
);
create table access.passkey (
    id                      uuid primary key default gen_random_uuid(),
    account                 uuid not null references access.account,
    credential              bytea not null unique,
    public_key              bytea not null,
    signature_count         bigint not null,
    verified                boolean not null,
    transports              text not null default '',
    backup_eligible         boolean not null,
    backup_state            boolean not null,
    attestation_object      bytea,
    attestation_client_data bytea,
    label                   text not null check (length(label) between 1 and 60),
    created_at              timestamptz not null default now(),
    last_used_at            timestamptz
);
create index on access.passkey (account);
grant select, insert, update, delete on access.passkey_holder, access.passkey to wirknetz_app;

-- An invitation into one network. No revisions: the row names somebody who has not agreed to anything yet.
create table access.invitation (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    email        text not null check (position('@' in email) > 1 and length(email) <= 254),
    role         text not null check (role in ('OFFICE', 'PARTNER_ADMIN', 'PARTNER_STAFF', 'GROUP_MEMBER', 'FUNDER')),
    organisation uuid,
    place        text not null default '' check (length(place) <= 200),
    invited_by   uuid references access.account,
    secret       bytea not null unique check (length(secret) = 32),
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    accepted_at  timestamptz,
    accepted_by  uuid references access.account,
    revoked_at   timestamptz,
    primary key (network, id),
    check (role not in ('PARTNER_ADMIN', 'PARTNER_STAFF') or organisation is not null)
);
create index on access.invitation (network, created_at);
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
create policy own_network on access.invitation using (network = (select platform.network())) with check (network = (select platform.network()));
do $$ begin execute format('create policy maintenance on access.invitation to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on access.invitation to wirknetz_app;
select platform.remember('access.invitation', 'ids');

-- Whoever holds the secret may learn which network it opens; nothing else is told.
create function access.invitation_network(held bytea) returns uuid language sql stable security definer set search_path = pg_catalog
    as $$ select network from access.invitation where secret = held $$;

-- Personal access tokens. Each is good for one network and one scope.
create table access.token (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    account    uuid not null references access.account,
    name       text not null check (length(name) between 1 and 60),
    scope      text not null check (scope in ('READ', 'WRITE')),
    secret     bytea not null unique check (length(secret) = 32),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (network, id)
);
create index on access.token (account);
alter table access.token enable row level security;
alter table access.token force row level security;
create policy own_network on access.token using (network = (select platform.network())) with check (network = (select platform.network()));
create policy own_account on access.token for select using (account = (select platform.account()));
do $$ begin execute format('create policy maintenance on access.token to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on access.token to wirknetz_app;
select platform.remember('access.token', 'ids');

-- When a token was last used, apart from it: a use is no change and leaves no line in the trail.
create table access.token_use (
    network uuid not null,
    token   uuid not null,
    used_at timestamptz not null default now(),
    primary key (network, token),
    foreign key (network, token) references access.token on delete cascade
);
alter table access.token_use enable row level security;
alter table access.token_use force row level security;
create policy own_network on access.token_use using (network = (select platform.network())) with check (network = (select platform.network()));
do $$ begin execute format('create policy maintenance on access.token_use to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on access.token_use to wirknetz_app;

-- Before a token is known there is no scope in which to look for it. The use is written at most once a minute.
create function access.token_holder(held bytea) returns table (id uuid, network uuid, account uuid, scope text)
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    return query
        select t.id, t.network, t.account, t.scope
          from access.token t
          join access.account a on a.id = t.account and not a.disabled
         where t.secret = held and t.revoked_at is null and t.expires_at > now();
    insert into access.token_use (network, token)
    select t.network, t.id from access.token t where t.secret = held and t.revoked_at is null and t.expires_at > now()
    on conflict on constraint token_use_pkey do update set used_at = now() where token_use.used_at < now() - interval '1 minute';
end $$;

-- The seats of one account everywhere, for the moment it is put out of service: removes tokens and links on the way.
create function access.shut_out(who uuid) returns void language sql security definer set search_path = pg_catalog as $$
    update access.token set revoked_at = now() where account = who and revoked_at is null;
    delete from access.link where account = who;
    delete from access.session where principal_name = who::text;
$$;

revoke execute on function access.invitation_network(bytea), access.token_holder(bytea), access.shut_out(uuid) from public;
grant execute on function access.invitation_network(bytea), access.token_holder(bytea), access.shut_out(uuid) to wirknetz_app;

-- The owner sees in one list when each token was last used; the uses lie under the roof of their networks.
create function access.token_used(wanted uuid) returns timestamptz language sql stable security definer set search_path = pg_catalog
    as $$ select use.used_at from access.token_use use join access.token t on t.network = use.network and t.id = use.token
           where t.id = wanted and t.account = platform.account() $$;
revoke execute on function access.token_used(uuid) from public;
grant execute on function access.token_used(uuid) to wirknetz_app;

-- Whoever has no seat in any network any more has nothing to be signed in for, unless they operate the server.
create function access.end_sessions_of_the_seatless(who uuid) returns void language sql security definer set search_path = pg_catalog as $$
    delete from access.session
     where principal_name = who::text
       and not exists (select from access.seat where account = who)
       and not exists (select from access.account where id = who and operator)
$$;
revoke execute on function access.end_sessions_of_the_seatless(uuid) from public;
grant execute on function access.end_sessions_of_the_seatless(uuid) to wirknetz_app;
