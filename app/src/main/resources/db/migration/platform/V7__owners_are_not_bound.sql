-- Row-level security binds the program's role, which owns nothing. Forcing it on the owner as well protected nobody (the
-- policy `maintenance` opened every table to it again), but policies that narrow what people see narrowed backups too.
create or replace function platform.shelter(place regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', place);
    execute format('create policy own_network on %s using (network = (select platform.network())) with check (network = (select platform.network()))', place);
    execute format('grant select, insert, update, delete on %s to wirknetz_app', place);
    perform platform.remember(place, 'all');
end $$;

do $$
declare
    place regclass;
begin
    for place in
        select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and c.relforcerowsecurity
           and n.nspname in ('platform', 'access', 'privacy', 'directory', 'agreements', 'exchange', 'networkcheck', 'transfer', 'api')
    loop
        execute format('alter table %s no force row level security', place);
    end loop;
end $$;
