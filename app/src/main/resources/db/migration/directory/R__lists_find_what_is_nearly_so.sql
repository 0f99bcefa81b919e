-- Replaces the function of V6. What is asked for one kind of thing is asked by the search box of a list: where nothing
-- fits as typed, the list shows what is spelled nearly so, as the search over everything does by itself.
-- The pool tells the planner that pages are cheap to fetch, for the sake of the lists; a search is better off without.
create or replace function directory.found(wanted jsonb, audience int, today date, one_kind text, most int)
    returns setof platform.search_entry language plpgsql stable security definer set search_path = pg_catalog
    set random_page_cost = 4 as $$
declare
    word   jsonb;
    form   text;
    words  text[] := '{}';
    forms  text[] := '{}';
    any_of text;
    all_of text := '';
    typed  text;
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
    typed := array_to_string(words, ' ');
    if not found and one_kind is not null and length(typed) >= 4 then
        return query execute 'select e.* from platform.search_entry e where' || directory.findable(audience)
            || ' and e.kind = $2 and $1 operator(public.<%) e.folded limit $4'
            using platform.fold(typed), one_kind, today, least(most, 300);
    end if;
end $$;
