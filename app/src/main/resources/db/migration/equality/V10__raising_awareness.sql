-- What is done to make partners aware (C4.3), and which organisations took part. Organisations, no people.
create table equality.sensitisation (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    kind    text not null check (kind in ('TRAINING', 'AGENDA_ITEM', 'MAIL')),
    title   text not null check (length(title) between 1 and 200),
    held_on date not null,
    version int not null default 1,
    primary key (network, id)
);
select platform.shelter('equality.sensitisation');

create table equality.participation (
    network       uuid not null references access.network,
    id            uuid not null default gen_random_uuid(),
    sensitisation uuid not null,
    organisation  uuid not null,
    primary key (network, id),
    constraint took_part_once unique (network, sensitisation, organisation),
    foreign key (network, sensitisation) references equality.sensitisation (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
create index on equality.participation (network, organisation);
select platform.shelter('equality.participation');

do $$
declare place text;
begin
    foreach place in array array['sensitisation', 'participation'] loop
        execute format('create policy office_adds on equality.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on equality.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on equality.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy inside_only on equality.%I as restrictive for select to wirknetz_app using ((select access.is_inside()))', place);
    end loop;
end $$;
