-- The table plan of a meeting: at which table an invited person sits, counted from 1; `fixed` was put there by hand.
create table meetings.seat (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    meeting    uuid not null,
    invitation uuid not null,
    table_number int not null check (table_number between 1 and 200),
    fixed      boolean not null default false,
    primary key (network, id),
    unique (network, invitation),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, invitation) references meetings.invitation (network, id) on delete cascade
);
create index on meetings.seat (network, meeting);
select platform.shelter('meetings.seat');
create policy with_its_meeting on meetings.seat as restrictive to wirknetz_app using (meetings.sees(meeting));

-- Two who are not to share a table. Why, nobody writes down; that it is so, only those read who plan the meeting.
create table meetings.kept_apart (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    meeting uuid not null,
    one     uuid not null,
    other   uuid not null,
    primary key (network, id),
    unique (network, one, other),
    check (one < other),
    foreign key (network, meeting) references meetings.meeting (network, id) on delete cascade,
    foreign key (network, one) references meetings.invitation (network, id) on delete cascade,
    foreign key (network, other) references meetings.invitation (network, id) on delete cascade
);
create index on meetings.kept_apart (network, meeting);
select platform.shelter('meetings.kept_apart');
create function meetings.plans(wanted uuid) returns boolean language sql stable
    as $$ select exists (select from meetings.meeting m where m.network = platform.network() and m.id = wanted
                            and (access.is_office() or m.group_id = any (meetings.own_groups(true)))) $$;
grant execute on function meetings.plans(uuid) to wirknetz_app;
create policy planners_only on meetings.kept_apart as restrictive to wirknetz_app using (meetings.plans(meeting));
