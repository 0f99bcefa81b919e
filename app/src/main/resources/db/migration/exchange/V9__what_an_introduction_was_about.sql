-- What the introduction was about: an introduction that helped stands between the two as evidence, under its offer's name.
create or replace view exchange.introduction_card with (security_invoker = true) as
select network, id, asker, helper, state, sent_at, outcome_on, offer from exchange.introduction where state <> 'DRAFT';
