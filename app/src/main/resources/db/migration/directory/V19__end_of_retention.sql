-- Former people stay findable for the office until retention ends. Who is forgotten leaves an empty card behind, without name and
-- address, so that mandates of former days still count.
alter table directory.person add column forgotten_on date;

-- How long after the last post; nothing said: as the data file proposes. Nothing is forgotten by itself unless switched on.
alter table directory.setting
    add column retention_months int check (retention_months between 6 and 120),
    add column retention_automatic boolean not null default false,
    add column retention_told_on date;

-- Who is kept longer, until when and why.
create table directory.retention_hold (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    person     uuid not null,
    kept_until date not null,
    reason     text not null check (length(reason) between 3 and 500),
    primary key (network, id),
    constraint held_once unique (network, person),
    foreign key (network, person) references directory.person (network, id) on delete cascade deferrable initially immediate
);
select platform.shelter('directory.retention_hold');

-- Nobody meets a card that was emptied: not in lists, not in the search.
create or replace function directory.person_seen(audience int, own uuid[], today date)
    returns table (network uuid, id uuid, key text, title text, given_name text, family_name text, email text, phone text,
                   mobile text, languages text, note text, source text, informed_on date, free jsonb, visibility jsonb,
                   version int, created_at timestamptz)
    language sql stable parallel safe as $$
    select p.network, p.id, p.key, p.title, p.given_name, p.family_name,
           directory.shown(a.level, p.visibility, 'email', p.email),
           directory.shown(a.level, p.visibility, 'phone', p.phone),
           directory.shown(a.level, '{"mobile": "office"}' || p.visibility, 'mobile', p.mobile),
           directory.shown(a.level, p.visibility, 'languages', p.languages),
           case when a.level = 4 then p.note end,
           case when a.level = 4 then p.source end,
           case when a.level = 4 then p.informed_on end,
           case when a.level >= 3 then p.free else '{}' end,
           p.visibility, p.version, p.created_at
      from directory.person p
     cross join lateral (
           select case when audience < 2 or audience = 4 or own = '{}' then audience
                       when exists (select from directory.position x
                                     where x.network = p.network and x.person = p.id and x.organisation = any (own)
                                       and (x.valid_from is null or x.valid_from <= today) and (x.valid_to is null or x.valid_to > today))
                         or exists (select from directory.mandate x
                                     where x.network = p.network and x.person = p.id and x.organisation = any (own)
                                       and (x.valid_from is null or x.valid_from <= today) and (x.valid_to is null or x.valid_to > today))
                       then 3 else audience end as level) a
     where p.forgotten_on is null
       and (audience = 4
        or (audience < 2 and p.visibility ->> 'name' = 'public')
        or (audience between 2 and 3
            and (exists (select from directory.position x
                          where x.network = p.network and x.person = p.id
                            and (x.valid_from is null or x.valid_from <= today) and (x.valid_to is null or x.valid_to > today))
              or exists (select from directory.mandate x
                          where x.network = p.network and x.person = p.id
                            and (x.valid_from is null or x.valid_from <= today) and (x.valid_to is null or x.valid_to > today)))))
    $$;

create or replace function directory.index_people() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select p.network, p.id, 'person', trim(concat_ws(' ', p.title, p.given_name, p.family_name)), '',
           platform.fold(concat_ws(' ', p.given_name, p.family_name, directory.shown(2, p.visibility, 'email', p.email))),
           to_tsvector('simple', concat_ws(' ', p.given_name, p.family_name))
      from touched p
     where p.forgotten_on is null;
    return null;
end $$;

create or replace view directory.person_line_truth with (security_invoker = true) as
select p.network, p.id as person, coalesce(lower(stretch.days), '-infinity') as begins,
       coalesce(upper(stretch.days), 'infinity') as ends, stretch.present,
       platform.fold(p.family_name) as family_name, platform.fold(p.given_name) as given_name, p.email, p.informed_on
  from directory.person p
 cross join lateral (
       select coalesce(range_agg(daterange(post.valid_from, post.valid_to)), '{}') as days
         from (select valid_from, valid_to from directory.position x where x.network = p.network and x.person = p.id
               union all
               select valid_from, valid_to from directory.mandate x where x.network = p.network and x.person = p.id) post) post
 cross join lateral (
       select true as present, days from unnest(post.days) days
       union all
       select false, days from unnest(datemultirange(daterange(null, null)) - post.days) days) stretch
 where p.forgotten_on is null;
