-- Who belongs where is asked once a question, not once a row of invitations: for a partner with 10,000 meetings one look took a
-- second. As a set of rows, too, so that a meeting is looked up in it and the planner does not run it to guess its size.
create function meetings.invited_to() returns setof uuid language sql stable security definer rows 100 set search_path = pg_catalog
    as $$ select i.meeting from meetings.invitation i
           where i.network = (select platform.network()) and i.person = any ((select meetings.own_people())::uuid[])
          union all
          select i.meeting from meetings.invitation i
           where i.network = (select platform.network()) and i.organisation = any ((select meetings.own_organisations())::uuid[]) $$;
revoke execute on function meetings.invited_to() from public;
grant execute on function meetings.invited_to() to wirknetz_app;

alter policy concerned_only on meetings.meeting using (
    (select access.is_office())
    or group_id = any ((select meetings.own_groups(true))::uuid[])
    or state <> 'DRAFT' and (
        circle = 'NETWORK' and (select access.is_inside())
        or group_id = any ((select meetings.own_groups(false))::uuid[])
        or host_organisation = any ((select meetings.own_organisations())::uuid[])
        or id in (select meetings.invited_to())));
drop function meetings.own_invitations();

create or replace function meetings.own_groups(led_only boolean) returns uuid[] language sql stable security definer set search_path = pg_catalog
    as $$ select coalesce(array_agg(distinct m.group_id), '{}') from groups.member_card m
           where m.network = platform.network() and m.since <= platform.today() and (m.until is null or m.until > platform.today())
             and (m.person = any ((select meetings.own_people())::uuid[])
                  or not led_only and m.organisation = any ((select meetings.own_organisations())::uuid[]))
             and (not led_only or m.part in ('LEAD', 'DEPUTY')) $$;

create or replace function meetings.was_there(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog
    as $$ select exists (select from meetings.attendance a
                          where a.network = platform.network() and a.meeting = wanted and a.presence = 'PRESENT'
                            and (a.person = any ((select meetings.own_people())::uuid[])
                                 or a.organisation = any ((select meetings.own_organisations())::uuid[]))) $$;
