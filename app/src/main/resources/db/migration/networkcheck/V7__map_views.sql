-- Views of the map kept under a name, for everybody inside the network: nothing but the parameters of an address. What a
-- view shows is asked when it is opened.
create table networkcheck.map_view (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    name    text not null check (length(name) between 1 and 80),
    query   text not null check (length(query) <= 2000),
    primary key (network, id)
);
create unique index map_view_once on networkcheck.map_view (network, lower(name));
select platform.shelter('networkcheck.map_view');
create policy inside_only on networkcheck.map_view as restrictive to wirknetz_app using ((select access.is_inside()));
create policy map_views_inside on platform.revision as restrictive for select to wirknetz_app using (
    relation <> 'networkcheck.map_view' or (select access.is_inside()));
