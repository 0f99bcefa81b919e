-- Who may speak for whom, on which days; and how an account is recognised as a person: by the address both are known under.
create or replace view directory.mandate_card with (security_invoker = true) as
select network, id, person, organisation, kind, function, level, valid_from, valid_to, deputy from directory.mandate;
create or replace view directory.person_address_card with (security_invoker = true) as
select network, id as person, lower(email) as email from directory.person where email is not null;
grant select on directory.mandate_card, directory.person_address_card to wirknetz_app;
