-- Partners that are relevant for gender and cultural mainstreaming (C4.1), as the office has decided. With relevant = false it has decided that
-- one is not, so that it is not proposed again. Whether they take part is read from the work of the other rooms, never kept.
create table equality.relevant_partner (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    relevant     boolean not null,
    reason       text check (length(reason) between 1 and 300),
    since        date not null,
    version      int not null default 1,
    primary key (network, id),
    constraint weighed_once unique (network, organisation),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade deferrable initially immediate
);
select platform.shelter('equality.relevant_partner');
create policy office_adds on equality.relevant_partner as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy office_changes on equality.relevant_partner as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy office_removes on equality.relevant_partner as restrictive for delete to wirknetz_app using ((select access.is_office()));
create policy inside_only on equality.relevant_partner as restrictive for select to wirknetz_app using ((select access.is_inside()));
