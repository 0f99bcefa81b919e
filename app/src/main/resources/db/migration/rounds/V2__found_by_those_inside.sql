-- Rounds are found by their title and questions; drafts by the office alone. What people answered is not searched.
create function rounds.enter(touched_rounds uuid[]) returns void language sql security definer set search_path = pg_catalog as $$
    delete from platform.search_entry e using rounds.round r where r.id = any (touched_rounds) and e.network = r.network and e.id = r.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select r.network, r.id, 'round', r.title, '', platform.fold(r.title),
           to_tsvector('german', concat_ws(' ', r.title, r.intro,
               (select string_agg(q.wording, ' ' order by q.position) from rounds.question q where q.network = r.network and q.round = r.id)))
      from rounds.round r where r.id = any (touched_rounds) $$;
revoke execute on function rounds.enter(uuid[]) from public;

create function rounds.index_rounds() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform rounds.enter((select array_agg(t.id) from touched t));
    return null;
end $$;
create function rounds.index_questions() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform rounds.enter((select array_agg(distinct t.round) from touched t));
    return null;
end $$;
create function rounds.unindex() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_insert after insert on rounds.round referencing new table as touched
    for each statement execute function rounds.index_rounds();
create trigger search_update after update on rounds.round referencing new table as touched
    for each statement execute function rounds.index_rounds();
create trigger search_delete after delete on rounds.round referencing old table as touched
    for each statement execute function rounds.unindex();
create trigger search_insert after insert on rounds.question referencing new table as touched
    for each statement execute function rounds.index_questions();
create trigger search_update after update on rounds.question referencing new table as touched
    for each statement execute function rounds.index_questions();
create trigger search_delete after delete on rounds.question referencing old table as touched
    for each statement execute function rounds.index_questions();

-- Found by those who may open it.
create policy rounds_found_by_readers on platform.search_entry as restrictive for select to wirknetz_app using (
    kind <> 'round' or (select access.is_office())
    or (select access.is_inside()) and id in (select r.id from rounds.round r where r.network = (select platform.network())));

select rounds.enter((select array_agg(r.id) from rounds.round r));
