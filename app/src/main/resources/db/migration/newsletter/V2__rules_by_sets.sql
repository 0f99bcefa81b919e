-- For whom somebody works is asked once a question, not once a row: a list of circulars asked it of every recipient of every
-- circular there ever was.
create function newsletter.own_organisations() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select s.organisation from access.seat s
     where s.network = platform.network() and s.account = platform.account()
       and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF') and s.organisation is not null $$;
create function newsletter.for_me() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select distinct t.circular from newsletter.target t
     where t.network = platform.network() and t.organisation in (select newsletter.own_organisations()) $$;
revoke execute on function newsletter.own_organisations(), newsletter.for_me() from public;
grant execute on function newsletter.own_organisations(), newsletter.for_me() to wirknetz_app;

alter policy targets_only on newsletter.circular using (
    (select access.is_office()) or written_by = (select platform.account())
    or state = 'SENT' and id in (select newsletter.for_me()));
alter policy own_targets on newsletter.target using (
    (select access.is_office()) or organisation in (select newsletter.own_organisations())
    or circular in (select c.id from newsletter.circular c
                     where c.network = (select platform.network()) and c.written_by = (select platform.account())));
alter policy published_or_own on newsletter.item using (
    (select access.is_office()) or organisation in (select newsletter.own_organisations())
    or issue in (select i.id from newsletter.issue i where i.network = (select platform.network()) and i.state = 'SENT'));
alter policy newsletters_as_their_rows on platform.revision using (
    relation not like 'newsletter.%' or (select access.is_office())
    or relation in ('newsletter.item', 'newsletter.target')
       and (coalesce(after, before) ->> 'organisation')::uuid in (select newsletter.own_organisations())
    or relation = 'newsletter.circular' and coalesce(after, before) ->> 'written_by' = (select platform.account())::text);
alter policy newsletters_found_by_readers on platform.search_entry using (
    kind not in ('newsletter', 'circular') or (select access.is_office())
    or kind = 'newsletter' and (select access.is_inside())
    or kind = 'circular' and id in (select newsletter.for_me()));
drop function newsletter.was_for_me(uuid);
