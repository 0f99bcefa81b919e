-- Meetings: where and when people come together, about what, who is asked and what they answer.
-- Groups live in their own room; a meeting knows one by its id alone.

create table meetings.venue (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    name         text not null check (length(name) between 1 and 200),
    street       text check (length(street) between 1 and 200),
    postcode     text check (length(postcode) between 1 and 20),
    city         text check (length(city) between 1 and 100),
    step_free    text not null default 'UNKNOWN' check (step_free in ('YES', 'PARTLY', 'NO', 'UNKNOWN')),
    access_note  text check (length(access_note) between 1 and 1000),
    directions   text check (length(directions) between 1 and 2000),
    organisation uuid,
    version      int not null default 1,
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete set null (organisation)
);
create unique index venue_named on meetings.venue (network, platform.fold(name));
select platform.shelter('meetings.venue');

-- A rhythm with an end: every so many weeks, or every so many months on a day of the month or on the nth weekday.
create table meetings.series (
    network        uuid not null references access.network,
    id             uuid not null default gen_random_uuid(),
    title          text not null check (length(title) between 1 and 200),
    kind           text not null check (kind in ('STEERING', 'PLENARY', 'GROUP', 'WORKSHOP', 'TALK')),
    circle         text not null default 'GROUP' check (circle in ('GROUP', 'NETWORK')),
    group_id       uuid,
    rhythm         text not null check (rhythm in ('WEEKS', 'MONTHDAY', 'WEEKDAY')),
    every          int not null check (every between 1 and 52),
    nth            int check (nth in (-1, 1, 2, 3, 4)),
    first_on       date not null,
    last_on        date not null,
    begins_at      time not null,
    minutes        int not null check (minutes between 5 and 1440),
    land           text check (land ~ '^[A-Z]{2}$'),
    venue          uuid,
    online_link    text check (length(online_link) between 1 and 500),
    capacity       int check (capacity between 1 and 100000),
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, venue) references meetings.venue (network, id) on delete set null (venue),
    check (first_on <= last_on),
    check ((rhythm = 'WEEKDAY') = (nth is not null))
);
select platform.shelter('meetings.series');

-- Who takes turns as the host, and what each occurrence is about, in this order, over and over.
create table meetings.series_host (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    series       uuid not null,
    position     int not null check (position >= 0),
    organisation uuid not null,
    primary key (network, id),
    unique (network, series, position),
    foreign key (network, series) references meetings.series (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
select platform.shelter('meetings.series_host');

create table meetings.series_topic (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    series   uuid not null,
    position int not null check (position >= 0),
    title    text not null check (length(title) between 1 and 200),
    primary key (network, id),
    unique (network, series, position),
    foreign key (network, series) references meetings.series (network, id) on delete cascade
);
select platform.shelter('meetings.series_topic');

-- One meeting. `planned_at` is when it was to be by the rhythm of its series: by that a calendar knows it again after it was moved.
-- `told` is what the invited were told last, null while nothing was sent; `sequence` counts what they were told since, and
-- `moved_sequence` is the one with which it got the time it has: an answer to an earlier one is about another time.
create table meetings.meeting (
    network           uuid not null references access.network,
    id                uuid not null default gen_random_uuid(),
    title             text not null check (length(title) between 1 and 200),
    kind              text not null check (kind in ('STEERING', 'PLENARY', 'GROUP', 'WORKSHOP', 'TALK')),
    circle            text not null default 'GROUP' check (circle in ('GROUP', 'NETWORK')),
    group_id          uuid,
    series            uuid,
    planned_at        timestamptz,
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    venue             uuid,
    location          text check (length(location) between 1 and 300),
    online_link       text check (length(online_link) between 1 and 500),
    host_organisation uuid,
    purpose           text check (length(purpose) between 1 and 4000),
    capacity          int check (capacity between 1 and 100000),
    reply_until       date,
    state             text not null default 'DRAFT' check (state in ('DRAFT', 'INVITED', 'CANCELLED')),
    reason            text check (length(reason) between 1 and 1000),
    sequence          int not null default 0 check (sequence >= 0),
    moved_sequence    int not null default 0 check (moved_sequence >= 0),
    told              jsonb,
    version           int not null default 1,
    created_at        timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, series) references meetings.series (network, id),
    foreign key (network, venue) references meetings.venue (network, id) on delete set null (venue),
    foreign key (network, host_organisation) references directory.organisation (network, id) on delete set null (host_organisation),
    check (starts_at < ends_at),
    check (ends_at <= starts_at + interval '31 days'),
    check ((series is null) = (planned_at is null))
);
create unique index meeting_of_series_once on meetings.meeting (network, series, planned_at) where series is not null;
create index on meetings.meeting (network, starts_at);
create index on meetings.meeting (network, group_id, starts_at) where group_id is not null;
select platform.shelter('meetings.meeting');

-- What is to be talked about: an impulse, an exchange, a decision, an information; by whom and whose wish it was.
create table meetings.agenda_item (
    network              uuid not null references access.network,
    id                   uuid not null default gen_random_uuid(),
    meeting              uuid not null,
    position             int not null check (position >= 0),
    title                text not null check (length(title) between 1 and 300),
    kind                 text not null check (kind in ('IMPULSE', 'EXCHANGE', 'DECISION', 'INFORMATION')),
    minutes              int check (minutes between 1 and 1440),
    side                 text check (side in ('PRACTICE', 'THEORY')),
    speaker_person       uuid,
    speaker_organisation uuid,
    proposer             uuid,
    notes                text check (length(notes) between 1 and 4000),
    version              int not null default 1,
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, speaker_person) references directory.person (network, id) on delete set null (speaker_person),
    foreign key (network, speaker_organisation) references directory.organisation (network, id) on delete set null (speaker_organisation),
    foreign key (network, proposer) references directory.organisation (network, id) on delete set null (proposer)
);
create index on meetings.agenda_item (network, meeting, position);
select platform.shelter('meetings.agenda_item');

-- Papers for a meeting, in parts of a mebibyte.
create table meetings.document (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    meeting     uuid not null,
    agenda_item uuid,
    name        text not null check (length(name) between 1 and 200),
    media_type  text not null check (length(media_type) between 3 and 100),
    size        int not null check (size between 1 and 10485760),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by uuid,
    uploaded_at timestamptz not null,
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, agenda_item) references meetings.agenda_item (network, id) on delete set null (agenda_item)
);
create unique index document_named on meetings.document (network, meeting, name);
select platform.shelter('meetings.document');

create table meetings.document_part (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    meeting  uuid not null,
    document uuid not null,
    position int not null check (position >= 0),
    content  bytea not null check (length(content) <= 1048576),
    primary key (network, id),
    unique (network, document, position),
    foreign key (network, document) references meetings.document (network, id) on delete cascade
);
select platform.shelter('meetings.document_part');

-- Who is asked to come, and what they say. A guest has an address and no card in the directory.
-- `told_sequence` is the last state of the meeting they were told; `waiting_since` says that they would come if there were room.
create table meetings.invitation (
    network         uuid not null references access.network,
    id              uuid not null default gen_random_uuid(),
    meeting         uuid not null,
    person          uuid,
    organisation    uuid,
    name            text not null check (length(name) between 1 and 200),
    email           text check (length(email) between 3 and 254 and email = lower(email) and email !~ '[[:space:]]'),
    guest           boolean not null default false,
    told_sequence   int,
    answer          text check (answer in ('YES', 'NO', 'MAYBE')),
    represented_by  text check (length(represented_by) between 1 and 200),
    comment         text check (length(comment) between 1 and 1000),
    waiting_since   timestamptz,
    answered_at     timestamptz,
    answered_by_way text check (answered_by_way in ('LINK', 'WORKSPACE', 'MAIL', 'OFFICE')),
    created_at      timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, person) references directory.person (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete set null (organisation),
    check (person is not null or email is not null),
    check ((answer is null) = (answered_at is null)),
    check ((answer is null) = (answered_by_way is null))
);
create unique index invited_person_once on meetings.invitation (network, meeting, person) where person is not null;
create unique index invited_address_once on meetings.invitation (network, meeting, email) where email is not null;
create index on meetings.invitation (network, meeting);
create index on meetings.invitation (network, person);
create index on meetings.invitation (network, organisation);
select platform.shelter('meetings.invitation');

-- The secret address by which somebody answers without an account; kept as a hash, a fresh one in every mail.
create table meetings.answer_link (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    invitation uuid not null,
    secret     bytea not null unique check (length(secret) = 32),
    expires_at timestamptz not null,
    primary key (network, id),
    foreign key (network, invitation) references meetings.invitation (network, id) on delete cascade
);
create index on meetings.answer_link (network, invitation);
select platform.shelter('meetings.answer_link');

-- What was sent, to how many, and which state of the meeting it told.
create table meetings.dispatch (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    meeting    uuid not null,
    kind       text not null check (kind in ('INVITED', 'CHANGED', 'CANCELLED', 'SERIES')),
    sequence   int not null,
    recipients int not null check (recipients >= 0),
    sent_at    timestamptz not null,
    done_by    uuid,
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade
);
create index on meetings.dispatch (network, meeting, sent_at);
select platform.shelter('meetings.dispatch');

-- A secret address a calendar program reads: all that one account may see of its own, or of one group.
create table meetings.feed (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    account    uuid not null references access.account,
    group_id   uuid,
    secret     bytea not null unique check (length(secret) = 32),
    created_at timestamptz not null,
    primary key (network, id),
    unique nulls not distinct (network, account, group_id)
);
select platform.shelter('meetings.feed');

-- Mails that answered an invitation and could not be counted, for the office to look at.
create table meetings.stray_reply (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    meeting     uuid,
    sender      text not null check (length(sender) <= 254),
    subject     text not null check (length(subject) <= 200),
    reason      text not null check (length(reason) between 1 and 100),
    received_at timestamptz not null,
    settled_at  timestamptz,
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade
);
select platform.shelter('meetings.stray_reply');

-- Every reply is read once, on whichever node: fingerprints only, before it is known which network a mail is about.
create table meetings.read_mail (
    fingerprint bytea primary key check (length(fingerprint) = 32),
    read_at     timestamptz not null
);
create index on meetings.read_mail (read_at);
grant select, insert, update, delete on meetings.read_mail to wirknetz_app;

-- Which network a secret or a calendar entry belongs to, before anybody is inside.
create function meetings.link_network(held bytea) returns uuid language sql stable security definer set search_path = pg_catalog
    as $$ select network from meetings.answer_link where secret = held and expires_at > now() $$;
create function meetings.feed_owner(held bytea) returns table (network uuid, account uuid, group_id uuid)
    language sql stable security definer set search_path = pg_catalog
    as $$ select f.network, f.account, f.group_id from meetings.feed f join access.account a on a.id = f.account and not a.disabled
           where f.secret = held $$;
create function meetings.entry_network(entry uuid) returns uuid language sql stable security definer set search_path = pg_catalog
    as $$ select network from meetings.meeting where id = entry or series = entry limit 1 $$;

-- The cards of the one who asks: those in the directory with the address of the account.
create function meetings.own_people() returns uuid[] language sql stable security definer set search_path = pg_catalog
    as $$ select coalesce(array_agg(p.id), '{}') from directory.person p join access.account a on lower(a.email) = lower(p.email)
           where p.network = platform.network() and a.id = platform.account() and not a.disabled
             and exists (select from access.seat s where s.network = p.network and s.account = a.id) $$;
create function meetings.own_organisations() returns uuid[] language sql stable security definer set search_path = pg_catalog
    as $$ select coalesce(array_agg(s.organisation), '{}') from access.seat s
           where s.network = platform.network() and s.account = platform.account()
             and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF') and s.organisation is not null $$;
-- Groups one belongs to today, and those one leads or leads as a deputy.
create function meetings.own_groups(led_only boolean) returns uuid[] language sql stable security definer set search_path = pg_catalog
    as $$ select coalesce(array_agg(distinct m.group_id), '{}') from groups.member_card m
           where m.network = platform.network() and m.since <= platform.today() and (m.until is null or m.until > platform.today())
             and (m.person = any (meetings.own_people()) or not led_only and m.organisation = any (meetings.own_organisations()))
             and (not led_only or m.part in ('LEAD', 'DEPUTY')) $$;
create function meetings.own_invitations() returns uuid[] language sql stable security definer set search_path = pg_catalog
    as $$ select coalesce(array_agg(distinct i.meeting), '{}') from meetings.invitation i
           where i.network = platform.network()
             and (i.person = any (meetings.own_people()) or i.organisation = any (meetings.own_organisations())) $$;

revoke execute on function meetings.link_network(bytea), meetings.feed_owner(bytea), meetings.entry_network(uuid), meetings.own_people(),
    meetings.own_organisations(), meetings.own_groups(boolean), meetings.own_invitations() from public;
grant usage on schema meetings to wirknetz_app;
grant execute on function meetings.link_network(bytea), meetings.feed_owner(bytea), meetings.entry_network(uuid), meetings.own_people(),
    meetings.own_organisations(), meetings.own_groups(boolean), meetings.own_invitations() to wirknetz_app;

-- A meeting is seen by the office and those who lead its group; once people are invited also by the group, the invited, the host,
-- and by everybody inside where it is for the whole network.
create policy concerned_only on meetings.meeting as restrictive to wirknetz_app using (
    (select access.is_office())
    or group_id = any ((select meetings.own_groups(true))::uuid[])
    or state <> 'DRAFT' and (
        circle = 'NETWORK' and (select access.is_inside())
        or group_id = any ((select meetings.own_groups(false))::uuid[])
        or host_organisation = any ((select meetings.own_organisations())::uuid[])
        or id = any ((select meetings.own_invitations())::uuid[])));
create policy concerned_only on meetings.series as restrictive to wirknetz_app using (
    (select access.is_office())
    or group_id = any ((select meetings.own_groups(false))::uuid[])
    or exists (select from meetings.meeting m where m.network = series.network and m.series = series.id));
create policy inside_only on meetings.venue as restrictive to wirknetz_app using ((select access.is_inside()));

-- What hangs on a meeting is seen with it.
create function meetings.sees(wanted uuid) returns boolean language sql stable
    as $$ select exists (select from meetings.meeting m where m.network = platform.network() and m.id = wanted) $$;
grant execute on function meetings.sees(uuid) to wirknetz_app;
create policy with_its_meeting on meetings.agenda_item as restrictive to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.document as restrictive to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.document_part as restrictive to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.invitation as restrictive to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.dispatch as restrictive to wirknetz_app using (meetings.sees(meeting));
create policy office_only on meetings.stray_reply as restrictive to wirknetz_app using ((select access.is_office()));
create policy own_only on meetings.feed as restrictive to wirknetz_app using (
    platform.works_alone() or account = platform.account());
create policy nobody_s_page on meetings.answer_link as restrictive to wirknetz_app using (
    exists (select from meetings.invitation i where i.network = answer_link.network and i.id = answer_link.invitation));
create policy with_its_series on meetings.series_host as restrictive to wirknetz_app using (
    exists (select from meetings.series s where s.network = series_host.network and s.id = series_host.series));
create policy with_its_series on meetings.series_topic as restrictive to wirknetz_app using (
    exists (select from meetings.series s where s.network = series_topic.network and s.id = series_topic.series));

-- The memory behind undo and history tells no more than the rows themselves; of what was removed, the office alone.
create policy meetings_among_the_concerned on platform.revision as restrictive for select to wirknetz_app using (
    relation not like 'meetings.%'
    or (select access.is_office())
    or relation = 'meetings.meeting' and meetings.sees(record)
    or relation in ('meetings.agenda_item', 'meetings.document', 'meetings.document_part', 'meetings.invitation')
       and meetings.sees((coalesce(after, before) ->> 'meeting')::uuid)
    or relation in ('meetings.series', 'meetings.series_host', 'meetings.series_topic', 'meetings.venue') and (select access.is_inside())
    or relation = 'meetings.feed' and (coalesce(after, before) ->> 'account')::uuid = platform.account());

-- For other rooms, under the policies of the rows.
create view meetings.meeting_card with (security_invoker = true) as
select m.network, m.id, m.title, m.kind, m.group_id, m.series as series_id, m.starts_at, m.ends_at,
       coalesce(m.location, v.name) as place, m.state, m.host_organisation
  from meetings.meeting m
  left join meetings.venue v on v.network = m.network and v.id = m.venue;
create view meetings.invitation_card with (security_invoker = true) as
select network, id, meeting as meeting_id, person, organisation, name, guest, answer, represented_by, waiting_since is not null as waiting
  from meetings.invitation;
create view meetings.agenda_card with (security_invoker = true) as
select network, id, meeting as meeting_id, position, title, kind, minutes, side, speaker_person, speaker_organisation, proposer
  from meetings.agenda_item;
grant select on meetings.meeting_card, meetings.invitation_card, meetings.agenda_card to wirknetz_app;

-- What a funder may know: that the whole network meets, and when.
create function meetings.network_dates() returns table (id uuid, title text, starts_at timestamptz, ends_at timestamptz, state text)
    language sql stable security definer set search_path = pg_catalog
    as $$ select m.id, m.title, m.starts_at, m.ends_at, m.state from meetings.meeting m
           where m.network = platform.network() and m.circle = 'NETWORK' and m.state <> 'DRAFT'
             and exists (select from access.seat s where s.network = m.network and s.account = platform.account()) $$;
revoke execute on function meetings.network_dates() from public;
grant execute on function meetings.network_dates() to wirknetz_app;

create function meetings.index_meetings() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select m.network, m.id, 'meeting', m.title, to_char(m.starts_at at time zone 'Europe/Berlin', 'DD.MM.YYYY'),
           platform.fold(m.title), to_tsvector('german', concat_ws(' ', m.title, m.purpose))
      from touched m;
    return null;
end $$;
create function meetings.unindex() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_insert after insert on meetings.meeting referencing new table as touched
    for each statement execute function meetings.index_meetings();
create trigger search_update after update on meetings.meeting referencing new table as touched
    for each statement execute function meetings.index_meetings();
create trigger search_delete after delete on meetings.meeting referencing old table as touched
    for each statement execute function meetings.unindex();
create policy meetings_of_the_concerned on platform.search_entry as restrictive for select to wirknetz_app using (
    kind <> 'meeting' or meetings.sees(id));
