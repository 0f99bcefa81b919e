-- What is estimated of a product, for the statement of what membership is worth: under the policy of the rows.
create view products.estimate_card with (security_invoker = true) as
select e.network, e.product, product.name, product.outcome, products.stage_of(e.product) as stage, e.organisation, e.low, e.high,
       e.source, e.estimated_on
  from products.estimate e
  join products.product product on product.network = e.network and product.id = e.product;
grant select on products.estimate_card to wirknetz_app;
