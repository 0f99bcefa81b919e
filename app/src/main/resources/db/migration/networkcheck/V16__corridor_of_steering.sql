-- How much of the work the coordination office wants to carry itself (F11), in percent, with the reason. Each setting is a row of its
-- own, so the quarters before are read by what was wanted then; `number` lets nobody set it over another's head.
create table networkcheck.corridor (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    number     int not null check (number > 0),
    low        int not null check (low between 0 and 100),
    high       int not null check (high between 0 and 100),
    reason     text not null check (length(reason) between 1 and 500),
    set_on     date not null,
    created_at timestamptz not null default now(),
    primary key (network, id),
    unique (network, number),
    check (low < high)
);
select platform.shelter('networkcheck.corridor');

-- All inside read what is aimed at; the office sets it.
create policy inside_only on networkcheck.corridor as restrictive to wirknetz_app using ((select access.is_inside()));
create policy office_adds on networkcheck.corridor as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy office_changes on networkcheck.corridor as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy office_removes on networkcheck.corridor as restrictive for delete to wirknetz_app using ((select access.is_office()));
create policy corridors_for_the_inside on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'networkcheck.corridor' or (select access.is_inside()));
