-- Hours as far as somebody counted them, and the effort otherwise: a sum of both says how sure it is.
create or replace view exchange.contribution_card with (security_invoker = true) as
select network, id, giver, receiver, kind, weight, requested, gift, no_return, given_on, state, hours, effort
  from exchange.contribution;
create or replace view exchange.listing_card with (security_invoker = true) as
select network, id, organisation, sort, title, topics, area, valid_from, valid_to, visibility, stance from exchange.listing;
