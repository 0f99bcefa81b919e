-- What the lists are ordered and narrowed by: one line for each organisation and stretch of time in which its standing in the
-- network stayed the same, and one for each person and stretch of time with or without a post. A page deep in a list of
-- thousands is then read from one index, whatever the order, the filter and the day.
-- Derived and never written by hand: the views below say what is true, the functions write what differs. Therefore neither
-- trail nor revisions; whatever undoes, merges or imports fires the same triggers.
create table directory.organisation_line (
    network      uuid not null,
    organisation uuid not null,
    begins       date not null,
    ends         date not null,
    status       text,
    since        date,
    name         text not null,
    area         uuid
);
create table directory.person_line (
    network     uuid not null,
    person      uuid not null,
    begins      date not null,
    ends        date not null,
    present     boolean not null,
    family_name text not null,
    given_name  text not null
);
do $$
declare line text;
begin
    foreach line in array array['directory.organisation_line', 'directory.person_line'] loop
        execute format('alter table %s enable row level security', line);
        execute format('alter table %s force row level security', line);
        execute format('create policy own_network on %s using (network = (select platform.network())) with check (network = (select platform.network()))', line);
        execute format('create policy maintenance on %s to %I using (true) with check (true)', line, current_user);
        execute format('grant select, insert, update, delete on %s to wirknetz_app', line);
    end loop;
end $$;

-- Each holds all that a list asks of a line, so that none has to visit the table.
create index organisation_line_by_name on directory.organisation_line
    (network, name, organisation) include (begins, ends, status, area);
create index organisation_line_by_status on directory.organisation_line
    (network, status, name, organisation) include (begins, ends, area);
create index organisation_line_by_since on directory.organisation_line
    (network, since, name, organisation) include (begins, ends, status, area);
create index organisation_line_by_area on directory.organisation_line
    (network, area, name, organisation) include (begins, ends, status);
create index organisation_line_by_organisation on directory.organisation_line (network, organisation);
create index person_line_by_name on directory.person_line
    (network, present, family_name, given_name, person) include (begins, ends);
create index person_line_by_person on directory.person_line (network, person);

create view directory.organisation_line_truth with (security_invoker = true) as
select o.network, o.id as organisation, stretch.begins, stretch.ends, stretch.status, stretch.since,
       platform.fold(o.name) as name, o.area
  from directory.organisation o
 cross join lateral (
       select coalesce(m.valid_from, '-infinity') as begins, coalesce(m.valid_to, 'infinity') as ends,
              m.status, m.valid_from as since
         from directory.membership m
        where m.network = o.network and m.organisation = o.id
       union all
       select coalesce(lower(gap), '-infinity'), coalesce(upper(gap), 'infinity'), null, null
         from unnest(datemultirange(daterange(null, null))
                     - (select coalesce(range_agg(daterange(m.valid_from, m.valid_to)), '{}') from directory.membership m
                         where m.network = o.network and m.organisation = o.id)) gap) stretch;

create view directory.person_line_truth with (security_invoker = true) as
select p.network, p.id as person, coalesce(lower(stretch.days), '-infinity') as begins,
       coalesce(upper(stretch.days), 'infinity') as ends, stretch.present,
       platform.fold(p.family_name) as family_name, platform.fold(p.given_name) as given_name
  from directory.person p
 cross join lateral (
       select coalesce(range_agg(daterange(post.valid_from, post.valid_to)), '{}') as days
         from (select valid_from, valid_to from directory.position x where x.network = p.network and x.person = p.id
               union all
               select valid_from, valid_to from directory.mandate x where x.network = p.network and x.person = p.id) post) post
 cross join lateral (
       select true as present, days from unnest(post.days) days
       union all
       select false, days from unnest(datemultirange(daterange(null, null)) - post.days) days) stretch;

-- Two changes to one organisation wait for each other at its row: the statement after the lock sees what the first wrote.
-- One row and an import of thousands want different plans, so each call gets its own.
create function directory.organisation_lines_anew(place uuid, wanted uuid[]) returns void language plpgsql
    set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
    perform from unnest(wanted) w (id) join directory.organisation o on o.network = place and o.id = w.id
      order by o.id for no key update of o;
    with truth as materialized (
         select t.* from unnest(wanted) w (id) join directory.organisation_line_truth t on t.network = place and t.organisation = w.id),
    gone as (
         delete from directory.organisation_line l using unnest(wanted) w (id)
          where l.network = place and l.organisation = w.id
            and not exists (select from truth t
                             where t.organisation = l.organisation and row(t.begins, t.ends, t.status, t.since, t.name, t.area) is not distinct from row(l.begins, l.ends, l.status, l.since, l.name, l.area)))
    insert into directory.organisation_line
    select t.* from truth t
     where not exists (select from directory.organisation_line l
                        where l.network = place and l.organisation = t.organisation
                          and row(l.begins, l.ends, l.status, l.since, l.name, l.area) is not distinct from row(t.begins, t.ends, t.status, t.since, t.name, t.area));
end $$;

create function directory.person_lines_anew(place uuid, wanted uuid[]) returns void language plpgsql
    set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
begin
    perform from unnest(wanted) w (id) join directory.person o on o.network = place and o.id = w.id
      order by o.id for no key update of o;
    with truth as materialized (
         select t.* from unnest(wanted) w (id) join directory.person_line_truth t on t.network = place and t.person = w.id),
    gone as (
         delete from directory.person_line l using unnest(wanted) w (id)
          where l.network = place and l.person = w.id
            and not exists (select from truth t
                             where t.person = l.person and row(t.begins, t.ends, t.present, t.family_name, t.given_name) is not distinct from row(l.begins, l.ends, l.present, l.family_name, l.given_name)))
    insert into directory.person_line
    select t.* from truth t
     where not exists (select from directory.person_line l
                        where l.network = place and l.person = t.person
                          and row(l.begins, l.ends, l.present, l.family_name, l.given_name) is not distinct from row(t.begins, t.ends, t.present, t.family_name, t.given_name));
end $$;

-- Arguments: whose lines, the column that names them, and the columns a line is made of.
create function directory.lines_follow() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
    made_of text := format('network, %I as touched, %s', tg_argv[1], tg_argv[2]);
    changed text;
begin
    if tg_op = 'INSERT' then
        changed := format('select %s from lined_after', made_of);
    elsif tg_op = 'DELETE' then
        changed := format('select %s from lined_before', made_of);
    else
        changed := format('(select %1$s from lined_before except select %1$s from lined_after)
                           union all (select %1$s from lined_after except select %1$s from lined_before)', made_of);
    end if;
    execute format('select directory.%I(network, array_agg(distinct touched)) from (%s) changed group by network',
                   tg_argv[0] || '_lines_anew', changed);
    return null;
end $$;

do $$
declare source record;
begin
    for source in select * from (values
            ('directory.organisation', 'organisation', 'id', 'name, area'),
            ('directory.membership', 'organisation', 'organisation', 'status, valid_from, valid_to'),
            ('directory.person', 'person', 'id', 'family_name, given_name'),
            ('directory.position', 'person', 'person', 'valid_from, valid_to'),
            ('directory.mandate', 'person', 'person', 'valid_from, valid_to')) sources (place, line, key, made_of) loop
        execute format('create trigger lined_insert after insert on %s referencing new table as lined_after
                        for each statement execute function directory.lines_follow(%L, %L, %L)',
                       source.place, source.line, source.key, source.made_of);
        execute format('create trigger lined_update after update on %s referencing old table as lined_before new table as lined_after
                        for each statement execute function directory.lines_follow(%L, %L, %L)',
                       source.place, source.line, source.key, source.made_of);
        execute format('create trigger lined_delete after delete on %s referencing old table as lined_before
                        for each statement execute function directory.lines_follow(%L, %L, %L)',
                       source.place, source.line, source.key, source.made_of);
    end loop;
end $$;

grant select on directory.organisation_line_truth, directory.person_line_truth to wirknetz_app;
grant execute on function directory.organisation_lines_anew(uuid, uuid[]), directory.person_lines_anew(uuid, uuid[]) to wirknetz_app;

insert into directory.organisation_line select * from directory.organisation_line_truth;
insert into directory.person_line select * from directory.person_line_truth;
analyze directory.organisation_line, directory.person_line;

-- What else a list is narrowed or ordered by.
create index person_by_email on directory.person
    (network, email, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name);
create index person_by_information on directory.person
    (network, informed_on, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name);
create index organisation_without_email on directory.organisation (network, id) where email is null;
drop index directory.mandate_network_organisation_idx;
create index mandate_by_organisation on directory.mandate (network, organisation) include (valid_from, valid_to);
drop index directory.position_network_organisation_idx;
create index position_by_organisation on directory.position (network, organisation) include (valid_from, valid_to);
drop index directory.organisation_group_network_actor_group_idx;
create index organisation_group_by_group on directory.organisation_group (network, actor_group, organisation);
-- Few hide anything: whether somebody hides a field is asked before a list is ordered by it.
create index organisation_with_own_visibility on directory.organisation (network) where visibility <> '{}';

-- The pool tells the planner that pages are cheap to fetch, for the sake of the lists; a search is better off without.
alter function directory.found_nearly(text, int, date, int) set random_page_cost = 4;
