-- A whole series called off: since when, and why. Its dates that lay ahead are cancelled with it.
alter table meetings.series
    add column cancelled_at timestamptz,
    add column reason text check (length(reason) between 1 and 1000);

-- In which language somebody without an account reads: as the office says, or as they answered.
alter table meetings.invitation add column locale text check (locale in ('de', 'en'));

-- In which language the account of an address reads, for whoever writes a mail to it from here.
create function meetings.language_of(address text) returns text language sql stable security definer set search_path = pg_catalog
    as $$ select a.locale from access.account a
           where lower(a.email) = lower(address) and not a.disabled
             and exists (select from access.seat s where s.network = platform.network() and s.account = a.id)
           limit 1 $$;
revoke execute on function meetings.language_of(text) from public;
grant execute on function meetings.language_of(text) to wirknetz_app;

-- Whoever runs a meeting takes back what they wrote there; the memory behind it was the office's alone. Which meetings those are
-- is found once a question, not once a row.
drop policy meetings_among_the_concerned on platform.revision;
create policy meetings_among_the_concerned on platform.revision as restrictive for select to wirknetz_app using (
    relation not like 'meetings.%'
    or (select access.is_office())
    or relation = 'meetings.meeting'
       and record in (select m.id from meetings.meeting m where m.network = (select platform.network()))
    or relation in ('meetings.agenda_item', 'meetings.document', 'meetings.document_part', 'meetings.invitation')
       and (coalesce(after, before) ->> 'meeting')::uuid
           in (select m.id from meetings.meeting m where m.network = (select platform.network()))
    or relation in ('meetings.attendance', 'meetings.proxy', 'meetings.seat', 'meetings.kept_apart', 'meetings.minutes',
                    'meetings.minute_part', 'meetings.minute_second', 'meetings.minute_outcome', 'meetings.amendment')
       and (coalesce(after, before) ->> 'meeting')::uuid
           in (select m.id from meetings.meeting m
                where m.network = (select platform.network()) and m.group_id = any ((select meetings.own_groups(true))::uuid[]))
    or relation in ('meetings.series', 'meetings.series_host', 'meetings.series_topic', 'meetings.venue') and (select access.is_inside())
    or relation = 'meetings.feed' and (coalesce(after, before) ->> 'account')::uuid = platform.account());

-- Which network wrote to an address about a meeting lately or to come; nothing where several did, or none.
create function meetings.inviting_network(address text) returns uuid language sql stable security definer set search_path = pg_catalog
    as $$ select min(i.network::text)::uuid
            from meetings.invitation i join meetings.meeting m on m.network = i.network and m.id = i.meeting
           where i.email = lower(address) and i.told_sequence is not null and m.ends_at > now() - interval '30 days'
          having count(distinct i.network) = 1 $$;
revoke execute on function meetings.inviting_network(text) from public;
grant execute on function meetings.inviting_network(text) to wirknetz_app;
create index on meetings.invitation (email) where told_sequence is not null;
