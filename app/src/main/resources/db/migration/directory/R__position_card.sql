-- Who works where, for rooms that name people of an organisation.
create or replace view directory.position_card with (security_invoker = true) as
select network, id, person, organisation, function, level, valid_from, valid_to from directory.position;
grant select on directory.position_card to wirknetz_app;
