-- People without an e-mail address or not yet informed are found in each order from its index alone.
drop index directory.person_by_name;
create index person_by_name on directory.person
    (network, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name, email, informed_on);
drop index directory.person_by_email;
create index person_by_email on directory.person
    (network, email, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name, informed_on);
drop index directory.person_by_information;
create index person_by_information on directory.person
    (network, informed_on, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name, email);
drop index directory.person_line_by_person;
create index person_line_by_person on directory.person_line (network, person) include (begins, ends, present);

-- Until a new network has been analysed, the planner takes it for one row and compares each of thousands with each: an
-- import of 16,000 people at once took minutes. Hashing them is never bad, however many there are.
create or replace function directory.organisation_lines_anew(place uuid, wanted uuid[]) returns void language plpgsql
    set search_path = pg_catalog set plan_cache_mode = force_custom_plan set enable_nestloop = off as $$
begin
    perform from directory.organisation o where o.network = place and o.id = any (wanted) order by o.id for no key update;
    with truth as materialized (
         select t.* from directory.organisation_line_truth t where t.network = place and t.organisation = any (wanted)),
    gone as (
         delete from directory.organisation_line l
          where l.network = place and l.organisation = any (wanted)
            and not exists (select from truth t
                             where t.organisation = l.organisation and row(t.begins, t.ends, t.status, t.since, t.name, t.area) is not distinct from row(l.begins, l.ends, l.status, l.since, l.name, l.area)))
    insert into directory.organisation_line
    select t.* from truth t
     where not exists (select from directory.organisation_line l
                        where l.network = place and l.organisation = any (wanted) and l.organisation = t.organisation
                          and row(l.begins, l.ends, l.status, l.since, l.name, l.area) is not distinct from row(t.begins, t.ends, t.status, t.since, t.name, t.area));
end $$;

create or replace function directory.person_lines_anew(place uuid, wanted uuid[]) returns void language plpgsql
    set search_path = pg_catalog set plan_cache_mode = force_custom_plan set enable_nestloop = off as $$
begin
    perform from directory.person o where o.network = place and o.id = any (wanted) order by o.id for no key update;
    with truth as materialized (
         select t.* from directory.person_line_truth t where t.network = place and t.person = any (wanted)),
    gone as (
         delete from directory.person_line l
          where l.network = place and l.person = any (wanted)
            and not exists (select from truth t
                             where t.person = l.person and row(t.begins, t.ends, t.present, t.family_name, t.given_name) is not distinct from row(l.begins, l.ends, l.present, l.family_name, l.given_name)))
    insert into directory.person_line
    select t.* from truth t
     where not exists (select from directory.person_line l
                        where l.network = place and l.person = any (wanted) and l.person = t.person
                          and row(l.begins, l.ends, l.present, l.family_name, l.given_name) is not distinct from row(t.begins, t.ends, t.present, t.family_name, t.given_name));
end $$;
