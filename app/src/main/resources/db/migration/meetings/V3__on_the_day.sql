-- Who runs a meeting on the day: the office, and who leads its group.
create function meetings.runs(wanted uuid) returns boolean language sql stable
    as $$ select exists (select from meetings.meeting m
                          where m.network = platform.network() and m.id = wanted
                            and (access.is_office() or m.group_id = any ((select meetings.own_groups(true))::uuid[]))) $$;
grant execute on function meetings.runs(uuid) to wirknetz_app;

-- Who was there, for whom, and when they came and went where that was not from beginning to end. The name is kept as it was
-- that day.
create table meetings.attendance (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    meeting      uuid not null,
    organisation uuid,
    person       uuid,
    name         text not null check (length(name) between 1 and 200),
    guest        boolean not null default false,
    presence     text not null check (presence in ('PRESENT', 'EXCUSED', 'ABSENT')),
    arrived_at   timestamptz,
    left_at      timestamptz,
    version      int not null default 1,
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete set null (organisation),
    foreign key (network, person) references directory.person (network, id) on delete set null (person),
    constraint went_after_coming check (arrived_at < left_at),
    check (presence = 'PRESENT' or (arrived_at is null and left_at is null))
);
create unique index attends_once on meetings.attendance (network, meeting, person) where person is not null;
create unique index attends_once_by_name on meetings.attendance
    (network, meeting, platform.fold(name), coalesce(organisation, '00000000-0000-0000-0000-000000000000')) where person is null;
create index on meetings.attendance (network, organisation);
create index on meetings.attendance (network, person) where person is not null;
select platform.shelter('meetings.attendance');

-- An absent organisation lets another one vote for it.
create table meetings.proxy (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    meeting uuid not null,
    giver   uuid not null,
    holder  uuid not null,
    primary key (network, id),
    unique (network, meeting, giver),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, giver) references directory.organisation (network, id) on delete cascade,
    foreign key (network, holder) references directory.organisation (network, id) on delete cascade,
    constraint nobody_holds_their_own check (giver <> holder)
);
select platform.shelter('meetings.proxy');

-- A question that is voted on. What is counted is written when it is closed and never again.
create table meetings.ballot (
    network        uuid not null references access.network,
    id             uuid not null default gen_random_uuid(),
    meeting        uuid not null,
    agenda_item    uuid,
    question       text not null check (length(question) between 1 and 500),
    secret         boolean not null default false,
    majority       text not null default 'SIMPLE' check (majority in ('SIMPLE', 'TWO_THIRDS', 'UNANIMOUS')),
    proxies_most   int not null default 1 check (proxies_most between 0 and 10),
    state          text not null default 'PREPARED' check (state in ('PREPARED', 'OPEN', 'CLOSED', 'VOID')),
    opened_at      timestamptz,
    closed_at      timestamptz,
    entitled       int,
    quorum_needed  int,
    present_open   int,
    present_close  int,
    quorate        boolean,
    yes            int,
    no             int,
    abstained      int,
    recused        int,
    accepted       boolean,
    slips_sha256   text check (slips_sha256 ~ '^[0-9a-f]{64}$'),
    reason         text check (length(reason) between 1 and 1000),
    decision       uuid,
    version        int not null default 1,
    created_at     timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, agenda_item) references meetings.agenda_item (network, id) on delete set null (agenda_item),
    check (state <> 'VOID' or reason is not null),
    check (state <> 'CLOSED' or (quorate is not null and accepted is not null and yes is not null))
);
create index on meetings.ballot (network, meeting);
select platform.shelter('meetings.ballot');

-- One vote for each organisation: who casts it (holder, where it is not itself), who stays out for a conflict of interest.
-- How it voted stands here where the ballot is open, and nowhere where it is secret.
create table meetings.ballot_voter (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    meeting      uuid not null,
    ballot       uuid not null,
    organisation uuid not null,
    name         text not null,
    holder       uuid,
    recused      boolean not null default false,
    reason       text check (length(reason) between 1 and 500),
    voted        boolean not null default false,
    choice       text check (choice in ('YES', 'NO', 'ABSTAIN')),
    primary key (network, id),
    unique (network, ballot, organisation),
    foreign key (network, ballot) references meetings.ballot (network, id) on delete cascade,
    check (not (recused and voted)),
    check (choice is null or voted)
);
select platform.shelter('meetings.ballot_voter');

-- Secret votes. No trail, no memory, no account, no time: a slip must not lead to whoever cast it. Written by the function
-- below alone, read once the ballot is closed.
create table meetings.slip (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    ballot  uuid not null,
    code    text not null,
    choice  text not null check (choice in ('YES', 'NO', 'ABSTAIN')),
    primary key (network, id),
    unique (network, ballot, code),
    foreign key (network, ballot) references meetings.ballot (network, id) on delete cascade
);
alter table meetings.slip enable row level security;
create policy own_network on meetings.slip using (network = (select platform.network())) with check (network = (select platform.network()));
grant select on meetings.slip to wirknetz_app;

create policy with_its_meeting on meetings.attendance as restrictive for select to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.proxy as restrictive for select to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.ballot as restrictive for select to wirknetz_app using (meetings.sees(meeting));
create policy with_its_meeting on meetings.ballot_voter as restrictive for select to wirknetz_app using (meetings.sees(meeting));
create policy once_closed on meetings.slip as restrictive for select to wirknetz_app using (
    exists (select from meetings.ballot b where b.network = slip.network and b.id = slip.ballot and b.state = 'CLOSED'));
do $$
declare place text;
begin
    foreach place in array array['attendance', 'proxy', 'ballot', 'ballot_voter'] loop
        execute format('create policy kept_by_chair on meetings.%I as restrictive for insert to wirknetz_app with check (meetings.runs(meeting))', place);
        execute format('create policy removed_by_chair on meetings.%I as restrictive for delete to wirknetz_app using (meetings.runs(meeting))', place);
    end loop;
    foreach place in array array['attendance', 'proxy', 'ballot'] loop
        execute format('create policy changed_by_chair on meetings.%I as restrictive for update to wirknetz_app using (meetings.runs(meeting))', place);
    end loop;
end $$;

-- For whom the one who asks may cast a vote: the organisations they work for, and those they are there for.
create function meetings.casts_for(wanted uuid, voter uuid) returns boolean language sql stable security definer set search_path = pg_catalog
    as $$ select voter = any (meetings.own_organisations())
              or exists (select from meetings.attendance a
                          where a.network = platform.network() and a.meeting = wanted and a.organisation = voter and not a.guest
                            and a.presence = 'PRESENT' and a.person = any (meetings.own_people())) $$;
revoke execute on function meetings.casts_for(uuid, uuid) from public;
grant execute on function meetings.casts_for(uuid, uuid) to wirknetz_app;
create policy cast_by_voters on meetings.ballot_voter as restrictive for update to wirknetz_app using (
    meetings.runs(meeting) or meetings.casts_for(meeting, coalesce(holder, organisation)));

-- Takes a secret vote: marks that the organisation has voted and mixes its slip among the others. All slips are written anew
-- in an order drawn by lot, so that neither their place nor their age tells which came with whom. Not even whoever runs the
-- meeting casts one for somebody else.
create function meetings.cast_secretly(wanted uuid, voter uuid, said text, mark text) returns text
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    known meetings.ballot;
begin
    select * into known from meetings.ballot b where b.network = platform.network() and b.id = wanted for update;
    if not found or not known.secret or known.state <> 'OPEN' then
        return 'closed';
    end if;
    update meetings.ballot_voter v set voted = true
     where v.network = known.network and v.ballot = wanted and v.organisation = voter and not v.voted and not v.recused
       and meetings.casts_for(known.meeting, coalesce(v.holder, v.organisation));
    if not found then
        return 'refused';
    end if;
    with gone as (delete from meetings.slip s where s.network = known.network and s.ballot = wanted returning s.code, s.choice)
    insert into meetings.slip (network, ballot, code, choice)
    select known.network, wanted, slips.code, slips.choice
      from (select gone.code, gone.choice from gone union all select mark, said) slips order by random();
    return 'cast';
end $$;
revoke execute on function meetings.cast_secretly(uuid, uuid, text, text) from public;
grant execute on function meetings.cast_secretly(uuid, uuid, text, text) to wirknetz_app;
create function meetings.slips_cast(wanted uuid) returns int language sql stable security definer set search_path = pg_catalog
    as $$ select count(*)::int from meetings.slip s where s.network = platform.network() and s.ballot = wanted $$;
create function meetings.count_slips(wanted uuid, out yes int, out no int, out abstained int, out listed text)
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) filter (where s.choice = 'YES')::int, count(*) filter (where s.choice = 'NO')::int,
           count(*) filter (where s.choice = 'ABSTAIN')::int,
           coalesce(string_agg(s.code || ';' || s.choice, e'\n' order by s.code collate "C"), '')
      from meetings.slip s
     where s.network = platform.network() and s.ballot = wanted and meetings.runs((select b.meeting from meetings.ballot b where b.id = wanted)) $$;
revoke execute on function meetings.slips_cast(uuid), meetings.count_slips(uuid) from public;
grant execute on function meetings.slips_cast(uuid), meetings.count_slips(uuid) to wirknetz_app;

-- Counted once. A choice in a secret ballot has no place beside a name.
create function meetings.counted_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'decision' - 'agenda_item' - 'version' = to_jsonb(old) - 'decision' - 'agenda_item' - 'version' then
        return new;
    end if;
    if old.state in ('CLOSED', 'VOID') and exists (select from meetings.meeting m where m.network = old.network and m.id = old.meeting) then
        raise exception 'a counted ballot is never changed' using errcode = 'check_violation', constraint = 'counted_once';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger counted_once before update or delete on meetings.ballot for each row execute function meetings.counted_once();
-- Whoever counts waits for those who are voting, and they for the count.
create function meetings.voted_once() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    known meetings.ballot;
begin
    select * into known from meetings.ballot b where b.network = old.network and b.id = old.ballot for share;
    if found and (known.state in ('CLOSED', 'VOID') or (tg_op = 'UPDATE' and old.voted and not new.voted)) then
        raise exception 'a vote is never taken back' using errcode = 'check_violation', constraint = 'voted_once';
    end if;
    if tg_op = 'UPDATE' and known.secret and new.choice is not null then
        raise exception 'a secret vote has no name' using errcode = 'check_violation', constraint = 'voted_once';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger voted_once before update or delete on meetings.ballot_voter for each row execute function meetings.voted_once();

-- Which organisations have a vote: those of the body on the day of the meeting; where there is none, the active members.
create function meetings.voting(wanted uuid) returns setof uuid language sql stable
    as $$ select distinct v.organisation
            from meetings.meeting m
           cross join lateral (
                 select c.organisation from groups.member_card c
                  where m.group_id is not null and c.network = m.network and c.group_id = m.group_id and c.votes
                    and c.since <= (m.starts_at at time zone 'Europe/Berlin')::date
                    and (c.until is null or c.until > (m.starts_at at time zone 'Europe/Berlin')::date)
                 union all
                 select s.organisation from directory.membership_card s
                  where m.group_id is null and s.network = m.network and s.status = 'ACTIVE'
                    and (s.valid_from is null or s.valid_from <= (m.starts_at at time zone 'Europe/Berlin')::date)
                    and (s.valid_to is null or s.valid_to > (m.starts_at at time zone 'Europe/Berlin')::date)) v
           where m.network = platform.network() and m.id = wanted $$;
-- Which organisations are there at a moment, through somebody who is no guest.
create function meetings.present(wanted uuid, moment timestamptz) returns setof uuid language sql stable
    as $$ select distinct a.organisation from meetings.attendance a
           where a.network = platform.network() and a.meeting = wanted and a.presence = 'PRESENT' and not a.guest
             and a.organisation is not null
             and (a.arrived_at is null or a.arrived_at <= moment) and (a.left_at is null or a.left_at > moment) $$;
grant execute on function meetings.voting(uuid), meetings.present(uuid, timestamptz) to wirknetz_app;

create view meetings.attendance_card with (security_invoker = true) as
select network, meeting as meeting_id, organisation, person, presence, arrived_at, left_at from meetings.attendance;
grant select on meetings.attendance_card to wirknetz_app;

-- What was remembered of the day is as confidential as the day.
create policy day_among_the_concerned on platform.revision as restrictive for select to wirknetz_app using (
    relation not in ('meetings.attendance', 'meetings.proxy', 'meetings.ballot', 'meetings.ballot_voter')
    or (select access.is_office()) or meetings.sees((coalesce(after, before) ->> 'meeting')::uuid));
