-- Under which number somebody is called: for the office alone, since people choose who sees their number.
create or replace view directory.person_phone_card with (security_invoker = true) as
select network, id as person, phone from directory.person where phone is not null and (select access.is_office());
grant select on directory.person_phone_card to wirknetz_app;
