-- How many hours an organisation can give to the network, as it says itself or as the office heard it.
create table networkcheck.capacity (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    hours        numeric(7,1) not null check (hours >= 0 and hours <= 100000),
    per          text not null check (per in ('MONTH', 'HALF_YEAR')),
    note         text check (length(note) between 1 and 500),
    said_on      date not null,
    version      int not null default 1,
    primary key (network, id),
    unique (network, organisation),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
select platform.shelter('networkcheck.capacity');
-- No partner sees how much another can carry.
create policy own_or_office on networkcheck.capacity as restrictive to wirknetz_app using (
    (select access.is_office()) or access.works_for(organisation));
create policy capacities_as_their_rows on platform.revision as restrictive for select to wirknetz_app using (
    relation <> 'networkcheck.capacity' or (select access.is_office())
    or access.works_for((coalesce(after, before) ->> 'organisation')::uuid));
