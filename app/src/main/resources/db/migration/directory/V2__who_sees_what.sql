-- One place decides who sees which field. Audiences: 0 anybody, 1 a funder, 2 inside the network, 3 the organisation's own
-- people, 4 the office. A field is public (0), for the network (2) or for the office and the organisation itself (3); notes
-- and sources are the office's own (4). A function with a plain query is expanded by the planner like a view.
create function directory.shown(audience int, visibility jsonb, field text, value text) returns text
    language sql immutable parallel safe
    as $$ select case when audience >= case visibility ->> field when 'public' then 0 when 'office' then 3 else 2 end then value end $$;

create function directory.organisation_seen(audience int, own uuid[])
    returns table (network uuid, id uuid, key text, name text, short_name text, area uuid, coordinator boolean, host uuid,
                   successor uuid, succeeded_on date, website text, email text, phone text, street text, postcode text,
                   city text, note text, free jsonb, visibility jsonb, version int, created_at timestamptz)
    language sql stable parallel safe as $$
    select o.network, o.id, o.key, o.name, o.short_name, o.area, o.coordinator, o.host, o.successor, o.succeeded_on,
           directory.shown(a.level, o.visibility, 'website', o.website),
           directory.shown(a.level, o.visibility, 'email', o.email),
           directory.shown(a.level, o.visibility, 'phone', o.phone),
           directory.shown(a.level, o.visibility, 'street', o.street),
           directory.shown(a.level, o.visibility, 'postcode', o.postcode),
           directory.shown(a.level, o.visibility, 'city', o.city),
           case when a.level = 4 then o.note end,
           case when a.level >= 3 then o.free else '{}' end,
           o.visibility, o.version, o.created_at
      from directory.organisation o
     cross join lateral (select case when o.id = any (own) then greatest(audience, 3) else audience end as level) a
     where audience >= 1 or o.visibility ->> 'name' = 'public'
    $$;

-- Former people stay findable for the office; everybody else inside sees whom they can write to today.
create function directory.person_seen(audience int, own uuid[], today date)
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
     where audience = 4
        or (audience < 2 and p.visibility ->> 'name' = 'public')
        or (audience between 2 and 3
            and (exists (select from directory.position x
                          where x.network = p.network and x.person = p.id
                            and (x.valid_from is null or x.valid_from <= today) and (x.valid_to is null or x.valid_to > today))
              or exists (select from directory.mandate x
                          where x.network = p.network and x.person = p.id
                            and (x.valid_from is null or x.valid_from <= today) and (x.valid_to is null or x.valid_to > today))))
    $$;

-- Lists are sorted as Germans read: Ö beside O, whatever the collation of the server.
create index organisation_by_name on directory.organisation (network, platform.fold(name), id);
create index person_by_name on directory.person (network, platform.fold(family_name), platform.fold(given_name), id);
create index membership_by_status on directory.membership (network, status, organisation);

-- What somebody made of a list: filters, columns, order, under a name of their own.
create table directory.saved_view (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    account uuid not null,
    page    text not null check (page in ('organisations', 'people')),
    name    text not null check (length(name) between 1 and 80),
    query   text not null check (length(query) <= 2000),
    primary key (network, id)
);
create unique index saved_view_once on directory.saved_view (network, account, page, lower(name));
select platform.shelter('directory.saved_view');

grant execute on all functions in schema directory to wirknetz_app;
