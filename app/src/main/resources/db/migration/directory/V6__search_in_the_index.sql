-- Row-level security lets a condition into an index only if its operator can give nothing away by failing (leakproof).
-- `like`, `@@` and `<%` are not so marked: asked by the program's role, every search read all entries of the network.
-- These two functions ask with their owner's rights and name the network and the audience themselves.
create function directory.findable(audience int) returns text language sql immutable set search_path = pg_catalog as $$
    select ' e.network = platform.network()'
        || case when audience < 4 then ' and e.audience = ''network''' else '' end
        || case when audience < 2 then ' and e.kind <> ''person'''
                -- Former people are found by the office alone.
                when audience < 4 then ' and (e.kind <> ''person''
                    or exists (select from directory.position x where x.network = e.network and x.person = e.id
                                  and (x.valid_from is null or x.valid_from <= $3) and (x.valid_to is null or x.valid_to > $3))
                    or exists (select from directory.mandate x where x.network = e.network and x.person = e.id
                                  and (x.valid_from is null or x.valid_from <= $3) and (x.valid_to is null or x.valid_to > $3)))'
                else '' end $$;

-- Entries in which every word is found: `wanted` is [{"word": as typed, "forms": [patterns for like]}].
-- Only the number of words and forms shapes the statement; `one_kind` is a kind, or null for all.
create function directory.found(wanted jsonb, audience int, today date, one_kind text, most int)
    returns setof platform.search_entry language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    word   jsonb;
    form   text;
    words  text[] := '{}';
    forms  text[] := '{}';
    any_of text;
    all_of text := '';
begin
    for word in select * from jsonb_array_elements(wanted) loop
        words := words || (word ->> 'word');
        any_of := format('e.words @@ plainto_tsquery(''german'', $1[%s])', cardinality(words));
        for form in select * from jsonb_array_elements_text(word -> 'forms') loop
            forms := forms || form;
            any_of := any_of || format(' or e.folded like $2[%s]', cardinality(forms));
        end loop;
        all_of := all_of || ' and (' || any_of || ')';
    end loop;
    if all_of = '' then
        return;
    end if;
    return query execute 'select e.* from platform.search_entry e where' || directory.findable(audience)
        || case when one_kind is null then '' else ' and e.kind = $4' end || all_of || ' limit $5'
        using words, forms, today, one_kind, most;
end $$;

-- Entries spelled nearly so, as pg_trgm counts three letters in a row.
create function directory.found_nearly(typed text, audience int, today date, most int)
    returns setof platform.search_entry language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    return query execute 'select e.* from platform.search_entry e where' || directory.findable(audience)
        || ' and $1 operator(public.<%) e.folded limit $2'
        using platform.fold(typed), most, today;
end $$;

revoke execute on function directory.findable(int), directory.found(jsonb, int, date, text, int),
    directory.found_nearly(text, int, date, int) from public;
grant execute on function directory.found(jsonb, int, date, text, int), directory.found_nearly(text, int, date, int) to wirknetz_app;
