-- What a cascade took along is kept after its parent, and so comes back before it: what refers to what is looked at after the last row.
-- The references themselves are made to wait by the last module (api V3), when all tables are there.
create or replace function platform.undo(wanted uuid) returns int language plpgsql set search_path = pg_catalog as $$
declare
    kept    record;
    columns text;
    current jsonb;
    reached int;
    count   int := 0;
begin
    perform set_config('wirknetz.undoes', wanted::text, true);
    set constraints all deferred;
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
        get diagnostics reached = row_count;
        if reached = 0 then
            raise exception 'kept by the database' using errcode = '42501', detail = kept.relation || ' ' || kept.record;
        end if;
        count := count + 1;
    end loop;
    set constraints all immediate;
    return count;
end $$;
