-- Interests of its own that the organisation behind the coordination office has laid open (M11 e). Half-open; null is open.
create table networkcheck.interest (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    about      text not null check (length(about) between 1 and 500),
    handling   text not null default '' check (length(handling) <= 1000),
    valid_from date,
    valid_to   date,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id),
    check (valid_from < valid_to)
);
select platform.shelter('networkcheck.interest');

-- All inside read it: that is what it is for. The office writes.
create policy inside_only on networkcheck.interest as restrictive to wirknetz_app using ((select access.is_inside()));
create policy office_adds on networkcheck.interest as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy office_changes on networkcheck.interest as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy office_removes on networkcheck.interest as restrictive for delete to wirknetz_app using ((select access.is_office()));
create policy interests_for_the_inside on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'networkcheck.interest' or (select access.is_inside()));
