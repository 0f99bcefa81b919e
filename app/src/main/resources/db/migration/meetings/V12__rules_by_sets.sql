-- Which meetings somebody sees, and which they run, is found once a question, not once a row: in histories, in the search box
-- and in what hangs on a meeting. A function asked for each row cannot be read into the question; a set of identities can.
--
-- What was remembered of the day and of the minutes is told by the first rule already, to the office and to whoever runs the
-- meeting; all rules must hold together, so these two only cost.
drop policy day_among_the_concerned on platform.revision;
drop policy minutes_as_their_rows on platform.revision;
alter policy meetings_of_the_concerned on platform.search_entry using (
    kind <> 'meeting' or (select access.is_office())
    or id in (select m.id from meetings.meeting m where m.network = (select platform.network())));

alter policy for_readers on meetings.minutes using (
    (select access.is_office())
    or state <> 'DRAFT' and meeting in (select m.id from meetings.meeting m where m.network = (select platform.network()))
    or meeting in (select m.id from meetings.meeting m
                    where m.network = (select platform.network()) and m.group_id = any ((select meetings.own_groups(true))::uuid[])));
alter policy with_the_minutes on meetings.minute_part using (
    (select access.is_office()) or meeting in (select m.meeting from meetings.minutes m where m.network = (select platform.network())));
do $$
declare
    part text;
begin
    foreach part in array array['minute_second', 'minute_outcome'] loop
        execute format('alter policy for_writers on meetings.%I using (
            (select access.is_office())
            or meeting in (select m.id from meetings.meeting m
                            where m.network = (select platform.network()) and m.group_id = any ((select meetings.own_groups(true))::uuid[])))', part);
    end loop;
end $$;

-- Who was there stays as it was approved, also where a change is taken back. Cards that become one, and people who are taken
-- out, change neither the name nor the presence.
create function meetings.attendance_stays() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if (tg_op = 'DELETE' or (new.name, new.guest, new.presence, new.arrived_at, new.left_at)
                            is distinct from (old.name, old.guest, old.presence, old.arrived_at, old.left_at))
       and exists (select from meetings.minutes m where m.network = old.network and m.meeting = old.meeting and m.state = 'APPROVED')
       and exists (select from meetings.meeting m where m.network = old.network and m.id = old.meeting) then
        raise exception 'approved minutes are never changed' using errcode = 'check_violation', constraint = 'approved_stays';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger approved_stays before update or delete on meetings.attendance for each row execute function meetings.attendance_stays();
