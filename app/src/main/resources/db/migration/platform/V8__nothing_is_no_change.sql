-- What changed nothing is no change: no line of the trail, nothing to take back, no empty entry in a history.
create or replace function platform.keep() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    change uuid;
    place  text := tg_table_schema || '.' || tg_table_name;
    scoped boolean := tg_argv[0] is distinct from 'ids';
    owner  text := case when scoped then 'network' else 'platform.network()' end;
begin
    if tg_op = 'INSERT' then
        perform from kept_after limit 1;
        if not found then return null; end if;
        change := platform.current_change();
        execute format('insert into platform.trail (network, account, change, relation, record, verb)
                        select %s, platform.account(), $1, $2, id, ''insert'' from kept_after', owner) using change, place;
        if scoped then
            insert into platform.revision (network, change, relation, record, before, after)
            select a.network, change, place, a.id, null, to_jsonb(a) from kept_after a;
        end if;
    elsif tg_op = 'UPDATE' then
        perform from kept_after a join kept_before b on b.id = a.id where to_jsonb(a) is distinct from to_jsonb(b) limit 1;
        if not found then return null; end if;
        change := platform.current_change();
        execute format('insert into platform.trail (network, account, change, relation, record, verb)
                        select %s, platform.account(), $1, $2, id, ''update''
                          from (select a.* from kept_after a join kept_before b on b.id = a.id
                                 where to_jsonb(a) is distinct from to_jsonb(b)) changed', owner) using change, place;
        if scoped then
            insert into platform.revision (network, change, relation, record, before, after)
            select a.network, change, place, a.id, to_jsonb(b), to_jsonb(a)
              from kept_after a join kept_before b on b.id = a.id
             where to_jsonb(a) is distinct from to_jsonb(b);
        end if;
    else
        perform from kept_before limit 1;
        if not found then return null; end if;
        change := platform.current_change();
        execute format('insert into platform.trail (network, account, change, relation, record, verb)
                        select %s, platform.account(), $1, $2, id, ''delete'' from kept_before', owner) using change, place;
        if scoped then
            insert into platform.revision (network, change, relation, record, before, after)
            select b.network, change, place, b.id, to_jsonb(b), null from kept_before b;
        end if;
    end if;
    return null;
end $$;
