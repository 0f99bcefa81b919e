-- Who is asking. Set on every connection when it is taken from the pool; empty means nobody.
create function platform.network() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('wirknetz.network', true), '')::uuid $$;

create function platform.account() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('wirknetz.account', true), '')::uuid $$;

-- One change is everything one transaction wrote. It can be shown and taken back as a whole.
create table platform.change (
    id       uuid primary key default gen_random_uuid(),
    network  uuid,
    account  uuid,
    at       timestamptz not null default now(),
    label    text,
    undoes   uuid references platform.change,
    undone   boolean not null default false
);
create index on platform.change (network, at desc);

-- The trail: who, what, when; ids only. Nobody can change or delete a line of it through the application's role.
create table platform.trail (
    id       bigint generated always as identity primary key,
    network  uuid,
    account  uuid,
    change   uuid not null,
    at       timestamptz not null default now(),
    relation text not null,
    record   uuid not null,
    verb     text not null check (verb in ('insert', 'update', 'delete'))
);
create index on platform.trail (network, record, id);
create index on platform.trail (network, id);

-- What the rows were before and after: the memory behind undo and history. Personal data: erased with its owner.
create table platform.revision (
    id       bigint generated always as identity primary key,
    network  uuid not null,
    change   uuid not null references platform.change,
    at       timestamptz not null default now(),
    relation text not null,
    record   uuid not null,
    before   jsonb,
    after    jsonb
);
create index on platform.revision (network, change, id);
create index on platform.revision (network, record, id);

alter table platform.change enable row level security;
alter table platform.trail enable row level security;
alter table platform.revision enable row level security;
create policy own_network on platform.change for select using (network = (select platform.network()) or (network is null and account = (select platform.account())));
create policy own_network on platform.trail for select using (network = (select platform.network()) or (network is null and account = (select platform.account())));
create policy own_network on platform.revision for select using (network = (select platform.network()));
grant select on platform.change, platform.trail, platform.revision to wirknetz_app;

-- The change of the running transaction; the first kept statement begins it.
create function platform.current_change() returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
    known text := current_setting('wirknetz.change', true);
    fresh uuid;
begin
    if coalesce(known, '') <> '' then
        return known::uuid;
    end if;
    insert into platform.change (network, account, label, undoes)
    values (platform.network(), platform.account(),
            nullif(current_setting('wirknetz.label', true), ''), nullif(current_setting('wirknetz.undoes', true), '')::uuid)
    returning id into fresh;
    perform set_config('wirknetz.change', fresh::text, true);
    return fresh;
end $$;

-- Fired once a statement, however many rows it touched. TG_ARGV[0] = 'ids' keeps the trail only (tables with secrets).
create function platform.keep() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    change uuid := platform.current_change();
    place  text := tg_table_schema || '.' || tg_table_name;
    scoped boolean := tg_argv[0] is distinct from 'ids';
    owner  text := case when scoped then 'network' else 'platform.network()' end;
begin
    if tg_op = 'INSERT' then
        execute format('insert into platform.trail (network, account, change, relation, record, verb)
                        select %s, platform.account(), $1, $2, id, ''insert'' from kept_after', owner) using change, place;
        if scoped then
            insert into platform.revision (network, change, relation, record, before, after)
            select a.network, change, place, a.id, null, to_jsonb(a) from kept_after a;
        end if;
    elsif tg_op = 'UPDATE' then
        execute format('insert into platform.trail (network, account, change, relation, record, verb)
                        select %s, platform.account(), $1, $2, id, ''update'' from kept_after', owner) using change, place;
        if scoped then
            insert into platform.revision (network, change, relation, record, before, after)
            select a.network, change, place, a.id, to_jsonb(b), to_jsonb(a)
              from kept_after a join kept_before b on b.id = a.id
             where to_jsonb(a) is distinct from to_jsonb(b);
        end if;
    else
        execute format('insert into platform.trail (network, account, change, relation, record, verb)
                        select %s, platform.account(), $1, $2, id, ''delete'' from kept_before', owner) using change, place;
        if scoped then
            insert into platform.revision (network, change, relation, record, before, after)
            select b.network, change, place, b.id, to_jsonb(b), null from kept_before b;
        end if;
    end if;
    return null;
end $$;

-- Every table of a room is put under the roof by one call in the migration that creates it:
--   select platform.shelter('directory.organisation');
-- It needs columns `network uuid not null` and `id uuid not null`. It gets row-level security, keeping, and grants.
create function platform.shelter(place regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', place);
    execute format('alter table %s force row level security', place);
    execute format('create policy own_network on %s using (network = (select platform.network())) with check (network = (select platform.network()))', place);
    execute format('create policy maintenance on %s to %I using (true) with check (true)', place, current_user);
    execute format('grant select, insert, update, delete on %s to wirknetz_app', place);
    perform platform.remember(place, 'all');
end $$;

-- Tables wider than a network (accounts, networks): grants and trail, ids only, no revisions.
create function platform.remember(place regclass, what text) returns void language plpgsql as $$
begin
    execute format('create trigger kept_insert after insert on %s referencing new table as kept_after
                    for each statement execute function platform.keep(%L)', place, what);
    execute format('create trigger kept_update after update on %s referencing old table as kept_before new table as kept_after
                    for each statement execute function platform.keep(%L)', place, what);
    execute format('create trigger kept_delete after delete on %s referencing old table as kept_before
                    for each statement execute function platform.keep(%L)', place, what);
end $$;

-- Takes a change back, last row first. Runs with the caller's rights, so row-level security holds.
-- Refuses (WN001) when a row has been changed since; nothing is taken back by halves.
create function platform.undo(wanted uuid) returns int language plpgsql set search_path = pg_catalog as $$
declare
    kept    record;
    columns text;
    current jsonb;
    count   int := 0;
begin
    perform set_config('wirknetz.undoes', wanted::text, true);
    for kept in select * from platform.revision r where r.change = wanted order by r.id desc loop
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
          from pg_attribute
         where attrelid = kept.relation::regclass and attnum > 0 and not attisdropped and attgenerated = '';
        execute format('select to_jsonb(t) from %s t where t.network = $1 and t.id = $2 for update', kept.relation)
           into current using kept.network, kept.record;
        if current is distinct from kept.after then
            raise exception 'changed since' using errcode = 'WN001', detail = kept.relation || ' ' || kept.record;
        end if;
        if kept.before is null then
            execute format('delete from %s where network = $1 and id = $2', kept.relation) using kept.network, kept.record;
        elsif kept.after is null then
            execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)', kept.relation, columns)
              using kept.before;
        else
            execute format('update %1$s set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where network = $2 and id = $3',
                           kept.relation, columns)
              using kept.before, kept.network, kept.record;
        end if;
        count := count + 1;
    end loop;
    return count;
end $$;

create function platform.mark_undone(wanted uuid) returns void language sql security definer set search_path = pg_catalog
    as $$ update platform.change set undone = true where id = wanted and network = platform.network() $$;

-- One spelling for search: lower case, umlauts and their ae/oe/ue twins folded, accents dropped.
create function platform.fold(words text) returns text language sql immutable parallel safe strict
    as $$ select replace(replace(replace(replace(
        translate(lower(words), 'äöüáàâãåçéèêëíìîïñóòôõøúùûýÿğışčćđžš', 'aouaaaaaceeeeiiiinooooouuuyygisccdzs'),
        'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') $$;

grant usage on schema platform to wirknetz_app;
revoke execute on function platform.current_change() from public;
grant execute on function platform.current_change(), platform.undo(uuid), platform.mark_undone(uuid) to wirknetz_app;
