-- When a product was given up, so that working together on it has an end.
create or replace view products.partner_card with (security_invoker = true) as
select p.network, p.id, p.product, product.name, products.stage_of(p.product) as stage, p.organisation, p.owner, p.joined_on, p.left_on,
       (select max(s.entered_on) from products.stage_change s
         where s.network = p.network and s.product = p.product and s.stage = 'ENDED' and products.stage_of(p.product) = 'ENDED') as ended_on
  from products.partner p
  join products.product product on product.network = p.network and product.id = p.product;

-- The memory behind undo and history tells no more than the rows themselves.
create policy products_money_among_partners on platform.revision as restrictive for select to wirknetz_app using (
    relation not in ('products.sheet', 'products.portion', 'products.estimate')
    or products.takes_part((coalesce(after, before) ->> 'product')::uuid));
