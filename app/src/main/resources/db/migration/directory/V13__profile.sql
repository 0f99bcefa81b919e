-- What the network says of itself, in the office's words; everything else of its profile is read from what is there.
create table directory.profile (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    purpose    text check (length(purpose) between 1 and 1200),
    purpose_en text check (length(purpose_en) between 1 and 1200),
    region     text check (length(region) between 1 and 600),
    region_en  text check (length(region_en) between 1 and 600),
    version    int not null default 1,
    primary key (network, id),
    unique (network)
);
select platform.shelter('directory.profile');

-- Page by page, as the public list of partners: nothing is open until the office opens it.
alter table directory.setting add column public_profile boolean not null default false;

-- Everybody with a seat reads it, everybody else once the office has opened it; only the office writes.
create policy for_readers on directory.profile as restrictive for select to wirknetz_app using (
    (select access.is_office())
    or exists (select from access.seat s where s.network = platform.network() and s.account = platform.account())
    or exists (select from directory.setting t where t.network = profile.network and t.public_profile));
create policy written_by_office on directory.profile as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy changed_by_office on directory.profile as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy removed_by_office on directory.profile as restrictive for delete to wirknetz_app using ((select access.is_office()));

-- What the text was before it was opened is as closed as it was then.
create policy profile_for_readers on platform.revision as restrictive for select using (
    relation <> 'directory.profile' or current_user <> 'wirknetz_app' or (select access.is_office()));
