-- Bodies and working groups: what for, under which rules, who sits in them. Kept by the office and by whoever leads one.
-- A group for its members alone is kept from all others here, whatever page, export or feed asks.
create table groups.body (
    network        uuid not null references access.network,
    id             uuid not null default gen_random_uuid(),
    name           text not null check (length(name) between 1 and 200),
    kind           text not null check (kind in ('STEERING', 'PLENARY', 'WORKING_GROUP', 'OTHER')),
    purpose        text check (length(purpose) between 1 and 2000),
    mandate        text check (length(mandate) between 1 and 10000),
    expected       text check (length(expected) between 1 and 2000),
    rules          text check (length(rules) between 1 and 20000),
    term_from      date,
    term_to        date,
    rhythm_days    int check (rhythm_days between 1 and 1830),
    quorum_numerator   int check (quorum_numerator between 1 and 100),
    quorum_denominator int check (quorum_denominator between 1 and 100),
    quorum_above   boolean not null default false,
    visibility     text not null default 'NETWORK' check (visibility in ('MEMBERS', 'NETWORK')),
    founded_on     date not null,
    closed_on      date,
    result         text check (length(result) between 1 and 10000),
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    primary key (network, id),
    constraint term_has_a_length check (term_from < term_to),
    constraint closed_after_founding check (closed_on >= founded_on),
    constraint closed_with_a_result check ((closed_on is null) = (result is null)),
    constraint quorum_is_a_share check ((quorum_numerator is null) = (quorum_denominator is null)),
    constraint quorum_can_be_reached check (quorum_numerator < quorum_denominator
                                            or quorum_numerator = quorum_denominator and not quorum_above)
);
create unique index group_named on groups.body (network, platform.fold(name)) where closed_on is null;
select platform.shelter('groups.body');

-- Who sits in it: an organisation, and the person it sends once that is known. [since, until)
create table groups.member (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    group_id     uuid not null,
    organisation uuid not null,
    person       uuid,
    part         text not null default 'MEMBER' check (part in ('LEAD', 'DEPUTY', 'MEMBER', 'GUEST')),
    votes        boolean not null default false,
    since        date not null,
    until        date,
    version      int not null default 1,
    primary key (network, id),
    foreign key (network, group_id) references groups.body (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, person) references directory.person (network, id) on delete set null (person),
    check (since < until),
    constraint guests_have_no_vote check (part <> 'GUEST' or not votes),
    constraint one_leads_at_a_time exclude using gist
        (network with =, group_id with =, part with =, daterange(since, until) with &&)
        where (part in ('LEAD', 'DEPUTY')),
    constraint member_once_at_a_time exclude using gist
        (network with =, group_id with =, organisation with =,
         coalesce(person, '00000000-0000-0000-0000-000000000000'::uuid) with =, daterange(since, until) with &&)
);
create index on groups.member (network, organisation);
create index on groups.member (network, person);
select platform.shelter('groups.member');

-- Whether somebody belongs today, or in a group that is closed did so at its end.
create function groups.belongs(since date, until date, closed date) returns boolean language sql stable parallel safe
    as $$ select since <= least(platform.today(), closed) and (until is null or until > least(platform.today(), closed)) $$;

-- The people behind the account that asks: found by the address that both have. With the owner's rights, as the three
-- below: a policy that reads the table it guards would never end.
create function groups.own_people() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select p.id
      from access.account a
      join directory.person p on lower(p.email) = lower(a.email)
     where a.id = platform.account() and p.network = platform.network()
$$;

-- Groups somebody belongs to: in person, or because their organisation sits there. Guests bring nobody along.
create function groups.own() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select m.group_id
      from groups.member m
      join groups.body b on b.network = m.network and b.id = m.group_id
     where m.network = platform.network() and groups.belongs(m.since, m.until, b.closed_on)
       and (m.person in (select groups.own_people())
            or m.part <> 'GUEST' and m.organisation in (
               select s.organisation from access.seat s
                where s.network = platform.network() and s.account = platform.account()
                  and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF')))
$$;

-- Groups somebody leads or leads in the absence of whoever leads.
create function groups.led() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select m.group_id
      from groups.member m
      join groups.body b on b.network = m.network and b.id = m.group_id
     where m.network = platform.network() and m.part in ('LEAD', 'DEPUTY')
       and groups.belongs(m.since, m.until, b.closed_on) and m.person in (select groups.own_people())
$$;

-- What a funder may know: that there is such a group, and what for. Nobody's name.
create function groups.announced() returns table (id uuid, name text, purpose text)
    language sql stable security definer set search_path = pg_catalog as $$
    select b.id, b.name, b.purpose
      from groups.body b
     where b.network = platform.network() and b.visibility = 'NETWORK' and b.closed_on is null
       and exists (select from access.seat s where s.network = b.network and s.account = platform.account())
     order by platform.fold(b.name), b.id
$$;
revoke execute on function groups.own_people(), groups.own(), groups.led(), groups.announced() from public;

create policy for_readers on groups.body as restrictive for select using (
    current_user <> 'wirknetz_app' or (select access.is_office())
    or ((select access.is_inside()) and (visibility = 'NETWORK' or id in (select groups.own()))));
create policy founded_by_office on groups.body as restrictive for insert with check (
    current_user <> 'wirknetz_app' or (select access.is_office()));
create policy changed_by_lead on groups.body as restrictive for update using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or id in (select groups.led()));
create policy removed_by_office on groups.body as restrictive for delete using (
    current_user <> 'wirknetz_app' or (select access.is_office()));

create policy for_readers on groups.member as restrictive for select using (
    current_user <> 'wirknetz_app' or (select access.is_office())
    or group_id in (select b.id from groups.body b where b.network = (select platform.network())));
create policy named_by_lead on groups.member as restrictive for insert with check (
    current_user <> 'wirknetz_app' or (select access.is_office()) or group_id in (select groups.led()));
create policy changed_by_lead on groups.member as restrictive for update using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or group_id in (select groups.led()));
create policy removed_by_lead on groups.member as restrictive for delete using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or group_id in (select groups.led()));

-- What the rows were before is as confidential as what they are; typing finds no more than opening does.
create policy groups_for_readers on platform.revision as restrictive for select using (
    relation not like 'groups.%' or current_user <> 'wirknetz_app' or (select access.is_office())
    or (coalesce(after, before) ->> case relation when 'groups.body' then 'id' else 'group_id' end)::uuid
       in (select b.id from groups.body b where b.network = (select platform.network())));
create policy groups_for_readers on platform.search_entry as restrictive for select using (
    kind <> 'group' or current_user <> 'wirknetz_app' or (select access.is_office())
    or id in (select b.id from groups.body b where b.network = (select platform.network())));

-- For other rooms. Row-level security of the one who asks holds. Lead and deputy are people: those of today, of a closed
-- group those at its end.
create view groups.group_card with (security_invoker = true) as
select b.network, b.id, b.name, b.kind, lead.person as lead, deputy.person as deputy, b.founded_on, b.closed_on,
       b.visibility, b.rhythm_days, b.quorum_numerator, b.quorum_denominator, b.quorum_above
  from groups.body b
  left join groups.member lead on lead.network = b.network and lead.group_id = b.id and lead.part = 'LEAD'
                              and groups.belongs(lead.since, lead.until, b.closed_on)
  left join groups.member deputy on deputy.network = b.network and deputy.group_id = b.id and deputy.part = 'DEPUTY'
                                and groups.belongs(deputy.since, deputy.until, b.closed_on);

-- `votes`: this organisation has a vote there; one, however many people it sends. `person` is empty while none is named.
create view groups.member_card with (security_invoker = true) as
select m.network, m.group_id, m.organisation, m.person, m.part, m.votes, m.since, least(m.until, b.closed_on) as until
  from groups.member m
  join groups.body b on b.network = m.network and b.id = m.group_id
 where m.since < least(m.until, b.closed_on) is not false;

grant usage on schema groups to wirknetz_app;
grant select on groups.group_card, groups.member_card to wirknetz_app;
grant execute on all functions in schema groups to wirknetz_app;

create function groups.index_groups() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select b.network, b.id, 'group', b.name, '', platform.fold(b.name),
           to_tsvector('german', concat_ws(' ', b.name, b.purpose, b.expected))
      from touched b;
    return null;
end $$;
create function groups.unindex() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_insert after insert on groups.body referencing new table as touched
    for each statement execute function groups.index_groups();
create trigger search_update after update on groups.body referencing new table as touched
    for each statement execute function groups.index_groups();
create trigger search_delete after delete on groups.body referencing old table as touched
    for each statement execute function groups.unindex();
