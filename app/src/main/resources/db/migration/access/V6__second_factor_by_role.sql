-- Roles of a network whose people must have a second factor. The office decides.
create table access.required_factor (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    role    text not null check (role in ('OFFICE', 'PARTNER_ADMIN', 'PARTNER_STAFF', 'GROUP_MEMBER', 'FUNDER')),
    primary key (network, id),
    unique (network, role)
);
select platform.shelter('access.required_factor');

-- What an account owes: nothing, or a second factor that it has not (MISSING), has as a passkey only (PASSKEY) or has as
-- codes that every sign-in asks for (CODE). Whoever needs one anywhere has it everywhere, so this looks across networks.
create function access.owed_factor(who uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
    select case
        when not exists (select from access.seat s
                           join access.required_factor r on r.network = s.network and r.role = s.role
                          where s.account = who) then 'NONE'
        when exists (select from access.totp t where t.account = who and t.confirmed_at is not null) then 'CODE'
        when exists (select from access.passkey p where p.account = who) then 'PASSKEY'
        else 'MISSING' end
$$;
revoke execute on function access.owed_factor(uuid) from public;
grant execute on function access.owed_factor(uuid) to wirknetz_app;
