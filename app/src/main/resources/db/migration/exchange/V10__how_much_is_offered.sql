-- How much somebody offers, for whoever compares: places, hours, people.
create or replace view exchange.listing_card with (security_invoker = true) as
select network, id, organisation, sort, title, topics, area, valid_from, valid_to, visibility, stance, amount, unit from exchange.listing;
