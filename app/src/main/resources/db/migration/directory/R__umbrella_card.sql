-- Which umbrella organisation represents whom, and when: in one role the two count once.
create or replace view directory.umbrella_card with (security_invoker = true) as
select network, umbrella, member, valid_from, valid_to from directory.umbrella_member;
grant select on directory.umbrella_card to wirknetz_app;
