-- The actor groups in use, counted from 1 in the network's order: the number decides colour and shape everywhere.
create or replace view directory.actor_group_card with (security_invoker = true) as
select g.network, g.id, g.key, g.name_de, g.name_en,
       row_number() over (partition by g.network order by g.position, g.key)::int as number
  from directory.actor_group g
 where exists (select from directory.organisation_group og where og.network = g.network and og.actor_group = g.id);
grant select on directory.actor_group_card to wirknetz_app;
