-- Where an organisation counts for a role of the target constellation: in its own area and in the district around it.
create or replace view directory.organisation_area_card with (security_invoker = true) as
select o.network, o.id as organisation, around.area
  from directory.organisation o
  join directory.area here on here.network = o.network and here.id = o.area
 cross join lateral (values (here.id), (here.parent)) as around (area)
 where around.area is not null;
grant select on directory.organisation_area_card to wirknetz_app;
