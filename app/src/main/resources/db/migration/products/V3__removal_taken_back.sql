-- Whether somebody's own organisation answered for a product until it was removed: such people may take the removal back,
-- and must see all of it for that, money included.
create function products.answered_for_removed(product uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as
$$ select not exists (select from products.product p where p.network = platform.network() and p.id = answered_for_removed.product)
      and exists (
        select from platform.revision gone
          join platform.revision partner on partner.network = gone.network and partner.change = gone.change
         where gone.network = platform.network() and gone.record = answered_for_removed.product
           and gone.relation = 'products.product' and gone.after is null
           and partner.relation = 'products.partner' and partner.after is null
           and (partner.before ->> 'owner')::boolean and partner.before ->> 'left_on' is null
           and access.works_for((partner.before ->> 'organisation')::uuid)) $$;
revoke execute on function products.answered_for_removed(uuid) from public;
grant execute on function products.answered_for_removed(uuid) to wirknetz_app;

drop policy products_money_among_partners on platform.revision;
create policy products_money_among_partners on platform.revision as restrictive for select to wirknetz_app using (
    relation not in ('products.sheet', 'products.portion', 'products.estimate')
    or products.takes_part((coalesce(after, before) ->> 'product')::uuid)
    or (after is null and products.answered_for_removed((before ->> 'product')::uuid)));
