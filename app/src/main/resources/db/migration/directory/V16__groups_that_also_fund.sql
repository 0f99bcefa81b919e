-- Partners of some groups decide on money and receive it: ministries, implementing agencies, funding bodies (C6.5).
alter table directory.actor_group add column funds boolean not null default false;
update directory.actor_group set funds = true
 where key in ('FUNDER', 'IMPLEMENTING_AGENCY', 'STATE_MIN', 'STATE_MIN_ECONOMY', 'STATE_MIN_SOCIAL');

create or replace view directory.organisation_group_card with (security_invoker = true) as
select og.network, og.organisation, g.id as actor_group, g.key, g.name_de, g.name_en, g.position, g.funds
  from directory.organisation_group og
  join directory.actor_group g on g.network = og.network and g.id = og.actor_group;
