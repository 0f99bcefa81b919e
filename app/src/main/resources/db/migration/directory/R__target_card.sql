-- Whom the network wants, for rooms that count whom it has.
create or replace view directory.target_role_card with (security_invoker = true) as
select role.network, model.number, model.valid_from, actor_group.key as actor_group, actor_group.name_de, actor_group.name_en,
       area.name as area, role.minimum, role.weight, role.area as area_id
  from directory.target_role role
  join directory.target_model model on model.network = role.network and model.id = role.model
  join directory.actor_group on actor_group.network = role.network and actor_group.id = role.actor_group
  left join directory.area on area.network = role.network and area.id = role.area;
grant select on directory.target_role_card to wirknetz_app;
