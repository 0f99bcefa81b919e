-- Who owes whom what, in writing. Read and written by the office and by the people of the parties; by others only when
-- the agreement is concluded and marked as visible. The database keeps to that, whatever page, export or feed asks.
create table agreements.agreement (
    network       uuid not null references access.network,
    id            uuid not null default gen_random_uuid(),
    title         text not null check (length(title) between 1 and 200),
    form          text check (form in ('COMPLEMENTARY', 'SUPPORTIVE', 'INTEGRATIVE')),
    binding       int not null default 2 check (binding between 0 and 5),
    leadership    boolean not null default false,
    professional  boolean not null default false,
    operational   boolean not null default false,
    purpose       text not null default '' check (length(purpose) <= 4000),
    valid_from    date,
    valid_to      date,
    notice_months int not null default 0 check (notice_months between 0 and 60),
    visibility    text not null default 'PARTIES' check (visibility in ('PARTIES', 'NETWORK', 'FUNDERS')),
    rivals        boolean not null default false,
    negotiated_on date,
    offered_on    date,
    concluded_on  date,
    ended_on      date,
    end_reason    text not null default '' check (length(end_reason) <= 1000),
    renews        uuid,
    drafted_by    uuid,
    version       int not null default 1,
    created_at    timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, renews) references agreements.agreement (network, id),
    check (valid_from < valid_to),
    check (renews <> id),
    constraint rivals_stay_among_themselves check (not rivals or visibility = 'PARTIES')
);
create index on agreements.agreement (network, valid_to);
create index on agreements.agreement (network, drafted_by);
select platform.shelter('agreements.agreement');

create table agreements.party (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    agreement    uuid not null,
    organisation uuid not null,
    position     int not null default 1,
    primary key (network, id),
    unique (network, agreement, organisation),
    foreign key (network, agreement) references agreements.agreement (network, id),
    foreign key (network, organisation) references directory.organisation (network, id)
);
create index on agreements.party (network, organisation);
select platform.shelter('agreements.party');

-- Each state of the text that somebody could sign. `sealed` is the whole text, `sha256` its fingerprint.
create table agreements.wording (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    agreement  uuid not null,
    number     int not null check (number > 0),
    body       text not null check (length(body) <= 100000),
    sealed     text not null check (length(sealed) <= 250000),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    written_by uuid,
    written_at timestamptz not null,
    primary key (network, id),
    unique (network, agreement, number),
    foreign key (network, agreement) references agreements.agreement (network, id)
);
select platform.shelter('agreements.wording');

-- The agreements of the organisations somebody works for, and a draft of their own that has no party yet.
-- With the owner's rights: a policy that reads the table it guards would never end.
create function agreements.own() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select p.agreement
      from agreements.party p
      join access.seat s on s.network = p.network and s.organisation = p.organisation
     where p.network = platform.network() and s.account = platform.account()
       and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF')
    union
    select a.id
      from agreements.agreement a
     where a.network = platform.network() and a.drafted_by = platform.account()
       and not exists (select from agreements.party p where p.network = a.network and p.agreement = a.id)
$$;

create function agreements.works_somewhere() returns boolean language sql stable parallel safe
    as $$ select exists (select from access.seat s
                          where s.network = platform.network() and s.account = platform.account()
                            and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF')) $$;

create function agreements.has_seat() returns boolean language sql stable parallel safe
    as $$ select exists (select from access.seat s where s.network = platform.network() and s.account = platform.account()) $$;

-- Restrictive: on top of the wall between networks. `current_user` lets the functions above through, which run as the owner.
create policy for_readers on agreements.agreement as restrictive for select using (
    current_user <> 'wirknetz_app'
    or (select access.is_office())
    or (concluded_on is not null and visibility <> 'PARTIES' and (select access.is_inside()))
    or (concluded_on is not null and visibility = 'FUNDERS' and (select agreements.has_seat()))
    or id in (select agreements.own()));
create policy drafted_by_members on agreements.agreement as restrictive for insert with check (
    current_user <> 'wirknetz_app' or (select access.is_office())
    or (drafted_by = platform.account() and (select agreements.works_somewhere())));
create policy changed_by_parties on agreements.agreement as restrictive for update using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or id in (select agreements.own()));
create policy removed_by_parties on agreements.agreement as restrictive for delete using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or id in (select agreements.own()));

create policy for_readers on agreements.party as restrictive for select using (
    current_user <> 'wirknetz_app' or (select access.is_office())
    or agreement in (select a.id from agreements.agreement a where a.network = (select platform.network())));
create policy named_by_parties on agreements.party as restrictive for insert with check (
    current_user <> 'wirknetz_app' or (select access.is_office()) or agreement in (select agreements.own()));
create policy changed_by_parties on agreements.party as restrictive for update using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or agreement in (select agreements.own()));
create policy removed_by_parties on agreements.party as restrictive for delete using (
    current_user <> 'wirknetz_app' or (select access.is_office()) or agreement in (select agreements.own()));

-- What is said and signed within an agreement stays with its parties and the office, visible agreement or not.
create function agreements.among_parties(place regclass) returns void language plpgsql as $$
begin
    execute format('create policy among_parties on %s as restrictive using (
        current_user <> ''wirknetz_app'' or (select access.is_office()) or agreement in (select agreements.own()))', place);
end $$;
select agreements.among_parties('agreements.wording');

-- What the rows were before is as confidential as what they are.
create policy agreements_among_parties on platform.revision as restrictive for select using (
    relation not like 'agreements.%' or current_user <> 'wirknetz_app' or (select access.is_office())
    or (coalesce(after, before) ->> case relation when 'agreements.agreement' then 'id' else 'agreement' end)::uuid
       in (select agreements.own()));
create policy agreements_among_parties on platform.search_entry as restrictive for select using (
    kind <> 'agreement' or current_user <> 'wirknetz_app' or (select access.is_office()) or id in (select agreements.own()));

-- What was written once is not written over.
create function agreements.unchangeable() returns trigger language plpgsql as $$
begin
    raise exception 'a text or signature is never changed' using errcode = 'check_violation';
end $$;
create trigger unchangeable before update on agreements.wording for each row execute function agreements.unchangeable();

-- The standing follows from dates; nobody sets it.
create function agreements.standing(day date, negotiated date, offered date, concluded date, ended date, until date)
    returns text language sql immutable parallel safe
    as $$ select case when ended <= day then 'ENDED'
                      when concluded <= day and until <= day then 'EXPIRED'
                      when concluded <= day then 'CONCLUDED'
                      when offered <= day then 'OFFERED'
                      when negotiated <= day then 'NEGOTIATION'
                      else 'DRAFT' end $$;

-- For other rooms. Row-level security of the one who asks holds.
create view agreements.agreement_card with (security_invoker = true) as
select network, id, title, form, binding, leadership, professional, operational, valid_from, valid_to,
       concluded_on, ended_on, visibility, rivals, renews
  from agreements.agreement;
create view agreements.party_card with (security_invoker = true) as
select network, agreement, organisation from agreements.party;

grant usage on schema agreements to wirknetz_app;
grant select on agreements.agreement_card, agreements.party_card to wirknetz_app;
grant execute on all functions in schema agreements to wirknetz_app;

-- Found by its title and by the names of its parties. Runs as the owner: the entry goes even when its reader no longer
-- belongs to it.
create function agreements.reindex(place uuid, wanted uuid[]) returns void language sql as $$
    delete from platform.search_entry e where e.network = place and e.id = any (wanted);
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select a.network, a.id, 'agreement', a.title, left(coalesce(named.short, ''), 200),
           platform.fold(concat_ws(' ', a.title, named.names)),
           to_tsvector('german', concat_ws(' ', a.title, a.purpose, named.names))
      from agreements.agreement a
      left join lateral (select string_agg(o.short, ' · ' order by p.position, o.name) as short, string_agg(o.name, ' ') as names
                           from agreements.party p
                           join directory.organisation_card o on o.network = p.network and o.id = p.organisation
                          where p.network = a.network and p.agreement = a.id) named on true
     where a.network = place and a.id = any (wanted);
$$;
create function agreements.index_agreements() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform agreements.reindex(t.network, array_agg(t.id)) from touched t group by t.network;
    return null;
end $$;
create function agreements.index_parties() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform agreements.reindex(t.network, array_agg(t.agreement)) from touched t group by t.network;
    return null;
end $$;
create trigger search_insert after insert on agreements.agreement referencing new table as touched
    for each statement execute function agreements.index_agreements();
create trigger search_update after update on agreements.agreement referencing new table as touched
    for each statement execute function agreements.index_agreements();
create trigger search_delete after delete on agreements.agreement referencing old table as touched
    for each statement execute function agreements.index_agreements();
create trigger search_insert after insert on agreements.party referencing new table as touched
    for each statement execute function agreements.index_parties();
create trigger search_update after update on agreements.party referencing new table as touched
    for each statement execute function agreements.index_parties();
create trigger search_delete after delete on agreements.party referencing old table as touched
    for each statement execute function agreements.index_parties();
revoke execute on function agreements.reindex(uuid, uuid[]) from public, wirknetz_app;
