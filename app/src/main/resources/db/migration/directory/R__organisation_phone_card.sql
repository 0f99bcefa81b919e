-- Under which number an organisation is called where nobody speaks for it: for the office, as with people.
create or replace view directory.organisation_phone_card with (security_invoker = true) as
select network, id as organisation, phone from directory.organisation where phone is not null and (select access.is_office());
grant select on directory.organisation_phone_card to wirknetz_app;
