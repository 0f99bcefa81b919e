-- Somebody is forgotten: the memory behind undo and history forgets with them. The trail stays; it has identities only.

-- What stood in some rows, wherever the memory of this network holds it. The mark keeps an old change from being taken back
-- onto a row that was emptied since.
create function platform.forget_rows(place text, records uuid[], emptied jsonb) returns void
    language sql security definer set search_path = pg_catalog as $$
    update platform.revision r
       set before = case when r.before is not null then r.before || emptied || '{"forgotten": true}' end,
           after = case when r.after is not null then r.after || emptied || '{"forgotten": true}' end
     where r.network = platform.network() and r.relation = place and r.record = any (records) $$;

-- The running change keeps nothing of what it wrote, so nobody is offered to take it back.
create function platform.forget_running_change() returns void
    language sql security definer set search_path = pg_catalog as $$
    delete from platform.revision r
     where r.network = platform.network() and r.change = platform.current_change() $$;

revoke execute on function platform.forget_rows(text, uuid[], jsonb), platform.forget_running_change() from public;
grant execute on function platform.forget_rows(text, uuid[], jsonb), platform.forget_running_change() to wirknetz_app;
