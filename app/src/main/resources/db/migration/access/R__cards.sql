-- What other rooms may show of an account: who did it, in histories and on the page of a change.
create or replace view access.account_card with (security_invoker = true) as
select id, name from access.account;
grant select on access.account_card to wirknetz_app;
-- What a network is called and the language it writes in, for letters and pages outside the workspace.
create or replace view access.network_card with (security_invoker = true) as
select id, slug, name, locale, demo from access.network;
grant select on access.network_card to wirknetz_app;
