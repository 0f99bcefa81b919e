-- Minutes of a meeting: drafted by whoever runs it, laid before those who were there, approved and never changed again.
-- `sealed` is the whole text as it was approved, `sha256` its fingerprint.
create table meetings.minutes (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    meeting     uuid not null,
    state       text not null default 'DRAFT' check (state in ('DRAFT', 'PROPOSED', 'APPROVED')),
    taker       text check (length(taker) between 1 and 200),
    proposed_on date,
    approved_on date,
    sealed      text check (length(sealed) <= 1000000),
    sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
    version     int not null default 1,
    primary key (network, id),
    unique (network, meeting),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    check ((state = 'APPROVED') = (sealed is not null)),
    check ((sealed is null) = (sha256 is null)),
    check (sha256 is null or sha256 = encode(sha256(convert_to(sealed, 'UTF8')), 'hex'))
);
select platform.shelter('meetings.minutes');

-- One part for each item of the agenda, and one (without an item) for what has none: two who write at two items never meet.
create table meetings.minute_part (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    meeting     uuid not null,
    agenda_item uuid,
    body        text not null default '' check (length(body) <= 50000),
    version     int not null default 1,
    primary key (network, id),
    unique nulls not distinct (network, meeting, agenda_item),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, agenda_item) references meetings.agenda_item (network, id) on delete cascade
);
select platform.shelter('meetings.minute_part');

-- Words that came second: somebody else had saved the part meanwhile. Nothing of theirs is lost.
create table meetings.minute_second (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    meeting    uuid not null,
    part       uuid not null,
    body       text not null check (length(body) between 1 and 50000),
    written_by text not null check (length(written_by) between 1 and 200),
    written_at timestamptz not null,
    primary key (network, id),
    foreign key (network, part) references meetings.minute_part (network, id) on delete cascade
);
create index on meetings.minute_second (network, meeting);
select platform.shelter('meetings.minute_second');

-- Lines of the text that have become decisions and tasks: each once, however often somebody presses.
create table meetings.minute_outcome (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    meeting uuid not null,
    part    uuid not null,
    kind    text not null check (kind in ('DECISION', 'TASK')),
    line    text not null check (length(line) between 1 and 1000),
    record  uuid not null,
    primary key (network, id),
    unique (network, part, line),
    foreign key (network, part) references meetings.minute_part (network, id) on delete cascade
);
create index on meetings.minute_outcome (network, meeting);
select platform.shelter('meetings.minute_outcome');

-- What somebody who was there wants said otherwise, and what became of it.
create table meetings.amendment (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    meeting      uuid not null,
    organisation uuid,
    name         text not null check (length(name) between 1 and 200),
    body         text not null check (length(body) between 1 and 4000),
    state        text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'DECLINED')),
    answer       text check (length(answer) between 1 and 1000),
    written_at   timestamptz not null,
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete set null (organisation),
    check (state <> 'DECLINED' or answer is not null)
);
create index on meetings.amendment (network, meeting);
select platform.shelter('meetings.amendment');

-- Who was there: in person, or through their organisation.
create function meetings.was_there(wanted uuid) returns boolean language sql stable security definer set search_path = pg_catalog
    as $$ select exists (select from meetings.attendance a
                          where a.network = platform.network() and a.meeting = wanted and a.presence = 'PRESENT'
                            and (a.person = any (meetings.own_people()) or a.organisation = any (meetings.own_organisations()))) $$;
revoke execute on function meetings.was_there(uuid) from public;
grant execute on function meetings.was_there(uuid) to wirknetz_app;

-- A draft is read by whoever writes it; once it is laid before people, by those who see the meeting.
create policy for_readers on meetings.minutes as restrictive for select to wirknetz_app using (
    meetings.sees(meeting) and (state <> 'DRAFT' or meetings.runs(meeting)));
create policy with_the_minutes on meetings.minute_part as restrictive for select to wirknetz_app using (
    meetings.runs(meeting) or exists (select from meetings.minutes m where m.network = minute_part.network and m.meeting = minute_part.meeting));
create policy for_writers on meetings.minute_second as restrictive to wirknetz_app using (meetings.runs(meeting));
create policy for_writers on meetings.minute_outcome as restrictive to wirknetz_app using (meetings.runs(meeting));
create policy with_the_minutes on meetings.amendment as restrictive for select to wirknetz_app using (
    exists (select from meetings.minutes m where m.network = amendment.network and m.meeting = amendment.meeting));
create policy by_those_there on meetings.amendment as restrictive for insert to wirknetz_app with check (
    meetings.runs(meeting) or meetings.was_there(meeting));
create policy answered_by_writers on meetings.amendment as restrictive for update to wirknetz_app using (meetings.runs(meeting));
create policy removed_by_writers on meetings.amendment as restrictive for delete to wirknetz_app using (meetings.runs(meeting));
do $$
declare place text;
begin
    foreach place in array array['minutes', 'minute_part'] loop
        execute format('create policy begun_by_writers on meetings.%I as restrictive for insert to wirknetz_app with check (meetings.runs(meeting))', place);
        execute format('create policy changed_by_writers on meetings.%I as restrictive for update to wirknetz_app using (meetings.runs(meeting))', place);
        execute format('create policy removed_by_writers on meetings.%I as restrictive for delete to wirknetz_app using (meetings.runs(meeting))', place);
    end loop;
end $$;

-- Approved is approved: neither the text nor who was there, nor what somebody wanted otherwise.
create function meetings.approved_stays() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from meetings.minutes m where m.network = old.network and m.meeting = old.meeting and m.state = 'APPROVED')
       and exists (select from meetings.meeting m where m.network = old.network and m.id = old.meeting) then
        raise exception 'approved minutes are never changed' using errcode = 'check_violation', constraint = 'approved_stays';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger approved_stays before update or delete on meetings.minutes for each row execute function meetings.approved_stays();
create trigger approved_stays before update or delete on meetings.minute_part for each row execute function meetings.approved_stays();
create trigger approved_stays before update or delete on meetings.amendment for each row execute function meetings.approved_stays();

create policy minutes_as_their_rows on platform.revision as restrictive for select to wirknetz_app using (
    relation not in ('meetings.minutes', 'meetings.minute_part', 'meetings.minute_second', 'meetings.minute_outcome', 'meetings.amendment')
    or (select access.is_office()) or meetings.runs((coalesce(after, before) ->> 'meeting')::uuid));
