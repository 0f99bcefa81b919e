-- What the network says to those who asked for it (newsletters) and to those who work in it (circulars).

-- What stands below every mail by law (imprint), and where answers go.
create table newsletter.setting (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    imprint  text not null check (length(imprint) between 1 and 2000),
    reply_to text check (length(reply_to) between 3 and 254),
    version  int not null default 1,
    primary key (network, id),
    unique (network)
);
select platform.shelter('newsletter.setting');

-- A list one can subscribe to. `every_days` is the rhythm it promises.
create table newsletter.list (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    name       text not null check (length(name) between 1 and 100),
    about      text not null check (length(about) between 1 and 1000),
    open       boolean not null default true,
    every_days int check (every_days between 1 and 730),
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id)
);
create unique index list_named on newsletter.list (network, platform.fold(name));
select platform.shelter('newsletter.list');

-- The exact words somebody agreed to. Never changed: other words are another version.
create table newsletter.form (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    number     int not null,
    words      text not null check (length(words) between 1 and 4000),
    created_at timestamptz not null default now(),
    primary key (network, id),
    unique (network, number)
);
create unique index form_words on newsletter.form (network, md5(words));
select platform.shelter('newsletter.form');

-- One address on one list, with everything that proves how it got there and how it left. After it left, the address is
-- gone and only its hash remains, until the end of the third year after. Kept in the trail by identity alone: a memory of
-- its rows would keep the address.
create table newsletter.subscription (
    network        uuid not null references access.network,
    id             uuid not null default gen_random_uuid(),
    list           uuid not null,
    address        text check (length(address) between 3 and 254 and address !~ '[\r\n\s]'),
    address_hash   bytea not null check (length(address_hash) = 32),
    locale         text not null check (locale in ('de', 'en')),
    source         text not null check (source in ('FORM', 'ACCOUNT', 'PROOF')),
    form           uuid,
    proof          text check (length(proof) between 1 and 1000),
    requested_at   timestamptz not null,
    requested_from text check (length(requested_from) <= 60),
    mail_sent_at   timestamptz,
    mail_hash      bytea check (length(mail_hash) = 32),
    token          bytea check (length(token) = 32),
    token_until    timestamptz,
    confirmed_at   timestamptz,
    withdrawn_at   timestamptz,
    withdrawn_by   text check (withdrawn_by in ('PAGE', 'ONE_CLICK', 'OFFICE', 'ACCOUNT', 'REPLACED')),
    primary key (network, id),
    foreign key (network, list) references newsletter.list (network, id) on delete cascade,
    foreign key (network, form) references newsletter.form (network, id),
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check (withdrawn_at is null or address is null),
    check (withdrawn_at is not null or address is not null)
);
create unique index subscription_once on newsletter.subscription (network, list, address_hash) where withdrawn_at is null;
create index on newsletter.subscription (network, address_hash);
create index on newsletter.subscription (token) where token is not null;

-- Who has left, by hash alone: nobody puts such an address on the list again but its owner. No list: no circulars.
create table newsletter.suppressed (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    list         uuid,
    address_hash bytea not null check (length(address_hash) = 32),
    since        timestamptz not null,
    primary key (network, id),
    unique nulls not distinct (network, list, address_hash),
    foreign key (network, list) references newsletter.list (network, id) on delete cascade
);

-- An issue: its subject, an introduction and the contributions placed in it. For whom: the list, narrowed where wished.
create table newsletter.issue (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    list        uuid not null,
    subject     text not null check (length(subject) between 1 and 150 and subject !~ '[\r\n]'),
    lead        text check (length(lead) between 1 and 20000),
    state       text not null default 'DRAFT' check (state in ('DRAFT', 'PLANNED', 'SENT')),
    archive     text not null default 'PUBLIC' check (archive in ('PUBLIC', 'MEMBERS', 'NOBODY')),
    actor_group uuid,
    area        uuid,
    level       text check (level in ('LEADERSHIP', 'OPERATIONAL', 'ADMINISTRATION')),
    send_at     timestamptz,
    planned_by  uuid,
    sent_at     timestamptz,
    recipients  int check (recipients >= 0),
    mailing     uuid,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, list) references newsletter.list (network, id),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state <> 'PLANNED' or send_at is not null)
);
create index on newsletter.issue (network, list, sent_at);
create index on newsletter.issue (send_at) where state = 'PLANNED';
select platform.shelter('newsletter.issue');

-- What partners offer for it. The office takes it into an issue, or declines.
create table newsletter.item (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    issue        uuid,
    organisation uuid,
    heading      text not null check (length(heading) between 1 and 200 and heading !~ '[\r\n]'),
    body         text not null check (length(body) between 1 and 10000),
    link         text check (length(link) <= 1000 and link ~ '^https?://[^\s"<>]+$'),
    state        text not null default 'OFFERED' check (state in ('OFFERED', 'TAKEN', 'DECLINED')),
    position     int not null default 0,
    offered_on   date not null,
    created_by   uuid,
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, issue) references newsletter.issue (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete set null (organisation),
    check ((state = 'TAKEN') = (issue is not null))
);
create index on newsletter.item (network, issue, position);
create index on newsletter.item (network, organisation);
select platform.shelter('newsletter.item');

-- A message to those who work in the network: facts, no advertising. `topic` is the kind of information, so that one can
-- see later what kind reaches whom.
create table newsletter.circular (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    topic       text not null check (length(topic) between 1 and 80),
    subject     text not null check (length(subject) between 1 and 150 and subject !~ '[\r\n]'),
    body        text not null check (length(body) between 1 and 20000),
    state       text not null default 'DRAFT' check (state in ('DRAFT', 'SENT')),
    group_id    uuid,
    actor_group uuid,
    area        uuid,
    level       text check (level in ('LEADERSHIP', 'OPERATIONAL', 'ADMINISTRATION')),
    within_days int not null default 7 check (within_days between 1 and 90),
    written_by  uuid,
    sent_at     timestamptz,
    mailing     uuid,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    primary key (network, id),
    check ((state = 'SENT') = (sent_at is not null))
);
create index on newsletter.circular (network, sent_at);
select platform.shelter('newsletter.circular');

-- Whom a circular was for, and when that organisation or person said "read". Saying so is voluntary.
create table newsletter.target (
    network         uuid not null references access.network,
    id              uuid not null default gen_random_uuid(),
    circular        uuid not null,
    organisation    uuid not null,
    person          uuid,
    acknowledged_at timestamptz,
    answered_by     uuid,
    primary key (network, id),
    foreign key (network, circular) references newsletter.circular (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, person) references directory.person (network, id) on delete set null (person)
);
create unique index target_once on newsletter.target (network, circular, organisation, person);
create index on newsletter.target (network, organisation);
select platform.shelter('newsletter.target');

-- A mail that went out, why, and the hash of the way in it that leads to "why do I get this?". The identity is the mail's.
create table newsletter.dispatch (
    network      uuid not null references access.network,
    id           uuid not null,
    issue        uuid,
    circular     uuid,
    subscription uuid,
    target       uuid,
    address_hash bytea not null check (length(address_hash) = 32),
    locale       text not null check (locale in ('de', 'en')),
    secret       bytea not null unique check (length(secret) = 32),
    sent_at      timestamptz not null,
    primary key (network, id),
    foreign key (network, issue) references newsletter.issue (network, id) on delete cascade,
    foreign key (network, circular) references newsletter.circular (network, id) on delete cascade,
    foreign key (network, subscription) references newsletter.subscription (network, id) on delete set null (subscription),
    foreign key (network, target) references newsletter.target (network, id) on delete cascade
);
create index on newsletter.dispatch (network, issue);
create index on newsletter.dispatch (network, circular);
create index on newsletter.dispatch (network, subscription);
create index on newsletter.dispatch (network, target);

do $$
declare
    place regclass;
begin
    foreach place in array array['newsletter.subscription', 'newsletter.suppressed', 'newsletter.dispatch']::regclass[] loop
        execute format('alter table %s enable row level security', place);
        execute format('create policy own_network on %s using (network = (select platform.network())) with check (network = (select platform.network()))', place);
        execute format('create policy office_only on %s as restrictive to wirknetz_app using ((select access.is_office()))', place);
        execute format('grant select, insert, update, delete on %s to wirknetz_app', place);
    end loop;
end $$;
select platform.remember('newsletter.subscription', 'ids');

grant usage on schema newsletter to wirknetz_app;

-- What went out is open as its archive says; before that it is the office's.
create policy published_only on newsletter.issue as restrictive to wirknetz_app using (
    (select access.is_office())
    or state = 'SENT' and (archive = 'PUBLIC' or archive = 'MEMBERS' and (select access.is_inside())));
create policy published_or_own on newsletter.item as restrictive to wirknetz_app using (
    (select access.is_office()) or access.works_for(organisation)
    or exists (select from newsletter.issue i where i.network = item.network and i.id = item.issue and i.state = 'SENT'));
create policy office_writes on newsletter.setting as restrictive to wirknetz_app using ((select access.is_office()));
create policy office_writes on newsletter.form as restrictive to wirknetz_app using ((select access.is_office()));

-- A circular is open to its author, the office, and the organisations it was for.
create function newsletter.was_for_me(circular uuid) returns boolean language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from newsletter.target t
                   where t.network = platform.network() and t.circular = was_for_me.circular and access.works_for(t.organisation)) $$;
revoke execute on function newsletter.was_for_me(uuid) from public;
grant execute on function newsletter.was_for_me(uuid) to wirknetz_app;
create policy targets_only on newsletter.circular as restrictive to wirknetz_app using (
    (select access.is_office()) or written_by = (select platform.account())
    or state = 'SENT' and newsletter.was_for_me(id));
create policy own_targets on newsletter.target as restrictive to wirknetz_app using (
    (select access.is_office()) or access.works_for(organisation)
    or exists (select from newsletter.circular c
                where c.network = target.network and c.id = target.circular and c.written_by = platform.account()));
-- The memory behind undo and history tells no more than the rows themselves.
create policy newsletters_as_their_rows on platform.revision as restrictive for select to wirknetz_app using (
    relation not like 'newsletter.%' or (select access.is_office())
    or relation = 'newsletter.item' and access.works_for((coalesce(after, before) ->> 'organisation')::uuid)
    or relation = 'newsletter.target' and access.works_for((coalesce(after, before) ->> 'organisation')::uuid)
    or relation = 'newsletter.circular' and coalesce(after, before) ->> 'written_by' = (select platform.account())::text);

-- For other rooms: what was said to whom, and who said that it was read.
create view newsletter.issue_card with (security_invoker = true) as
select network, id, list, subject, sent_at, recipients, archive from newsletter.issue where state = 'SENT';
create view newsletter.item_card with (security_invoker = true) as
select network, id, issue, organisation, heading, offered_on, state from newsletter.item;
create view newsletter.circular_card with (security_invoker = true) as
select network, id, topic, subject, group_id, within_days, sent_at from newsletter.circular where state = 'SENT';
create view newsletter.acknowledgement_card with (security_invoker = true) as
select t.network, t.circular, t.organisation, t.person, c.sent_at, t.acknowledged_at
  from newsletter.target t
  join newsletter.circular c on c.network = t.network and c.id = t.circular and c.state = 'SENT';
grant select on newsletter.issue_card, newsletter.item_card, newsletter.circular_card, newsletter.acknowledgement_card to wirknetz_app;

-- Found by subject, and only by those who may open it.
create function newsletter.index_issues() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, audience, folded, words)
    select i.network, i.id, 'newsletter', i.subject, '', case when i.state = 'SENT' and i.archive <> 'NOBODY' then 'network' else 'office' end,
           platform.fold(i.subject), to_tsvector('german', concat_ws(' ', i.subject, i.lead))
      from touched i;
    return null;
end $$;
create function newsletter.index_circulars() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, audience, folded, words)
    select c.network, c.id, 'circular', c.subject, c.topic, case when c.state = 'SENT' then 'network' else 'office' end,
           platform.fold(c.subject), to_tsvector('german', concat_ws(' ', c.subject, c.topic, c.body))
      from touched c;
    return null;
end $$;
create function newsletter.unindex() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_insert after insert on newsletter.issue referencing new table as touched
    for each statement execute function newsletter.index_issues();
create trigger search_update after update on newsletter.issue referencing new table as touched
    for each statement execute function newsletter.index_issues();
create trigger search_delete after delete on newsletter.issue referencing old table as touched
    for each statement execute function newsletter.unindex();
create trigger search_insert after insert on newsletter.circular referencing new table as touched
    for each statement execute function newsletter.index_circulars();
create trigger search_update after update on newsletter.circular referencing new table as touched
    for each statement execute function newsletter.index_circulars();
create trigger search_delete after delete on newsletter.circular referencing old table as touched
    for each statement execute function newsletter.unindex();
create policy newsletters_found_by_readers on platform.search_entry as restrictive for select to wirknetz_app using (
    kind not in ('newsletter', 'circular') or (select access.is_office())
    or kind = 'newsletter' and (select access.is_inside())
    or kind = 'circular' and newsletter.was_for_me(id));
