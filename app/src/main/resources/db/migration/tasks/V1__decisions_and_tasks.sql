-- Whose account it is that asks: the organisations it works for, and the people of this network with its address. With
-- the owner's rights: a policy that reads what another policy guards would never end.
create function tasks.own_organisations() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select s.organisation from access.seat s
     where s.network = platform.network() and s.account = platform.account()
       and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF') and s.organisation is not null $$;

create function tasks.my_people() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select p.person from access.account a
      join directory.person_address_card p on p.email = lower(a.email)
     where a.id = platform.account() and not a.disabled and p.network = platform.network() and access.is_inside() $$;

-- The bodies and groups in which one's organisation, or oneself, is a member today, or was when it closed. Guests hear,
-- but do not read later.
create function tasks.own_groups() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select m.group_id from groups.member_card m
      join groups.group_card g on g.network = m.network and g.id = m.group_id
     where m.network = platform.network() and m.part <> 'GUEST' and m.since <= platform.today()
       and (m.until is null or m.until > platform.today() or m.until = g.closed_on)
       and (m.organisation in (select tasks.own_organisations()) or m.person in (select tasks.my_people())) $$;

-- Those of them one leads or deputises for: whoever takes the minutes there enters what was decided.
create function tasks.led_groups() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select m.group_id from groups.member_card m
     where m.network = platform.network() and m.part in ('LEAD', 'DEPUTY')
       and m.since <= platform.today() and (m.until is null or m.until > platform.today())
       and m.person in (select tasks.my_people()) $$;

create function tasks.has_seat() returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select platform.works_alone() or exists (
        select from access.seat s where s.network = platform.network() and s.account = platform.account()) $$;

-- The register of decisions. Group and meeting are identities of other rooms.
create table tasks.decision (
    network            uuid not null references access.network,
    id                 uuid not null default gen_random_uuid(),
    number             int not null check (number > 0),
    title              text not null check (length(title) between 1 and 300),
    body               text check (length(body) between 1 and 8000),
    mandate_basis      text check (length(mandate_basis) between 1 and 1000),
    group_id           uuid,
    meeting_id         uuid,
    decided_on         date not null,
    owner_organisation uuid,
    owner_person       uuid,
    due_on             date,
    sphere             text check (sphere in ('PRACTICE', 'THEORY')),
    disclosure         text not null default 'BODY' check (disclosure in ('BODY', 'NETWORK', 'PUBLIC')),
    done_on            date,
    dropped_on         date,
    reason             text check (length(reason) between 1 and 1000),
    version            int not null default 1,
    created_at         timestamptz not null default now(),
    primary key (network, id),
    unique (network, number),
    foreign key (network, owner_organisation) references directory.organisation (network, id) on delete set null (owner_organisation),
    foreign key (network, owner_person) references directory.person (network, id) on delete set null (owner_person),
    check (done_on is null or dropped_on is null),
    check (dropped_on is null or reason is not null)
);
create index on tasks.decision (network, meeting_id);
create index on tasks.decision (network, group_id);
create index on tasks.decision (network, owner_organisation);
create index on tasks.decision (network, owner_person);
select platform.shelter('tasks.decision');

-- Who gave way on what: for the next time somebody is asked to.
create table tasks.concession (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    decision     uuid not null,
    organisation uuid not null,
    about        text not null check (length(about) between 1 and 500),
    primary key (network, id),
    foreign key (network, decision) references tasks.decision (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
create index on tasks.concession (network, decision);
create index on tasks.concession (network, organisation);
select platform.shelter('tasks.concession');

-- What somebody has to do. Promised to somebody (promised_to, promised_person) it is a promise, and answers for itself.
-- Without an owner it lies with the office. due_first stays when a task is carried on: late is late.
create table tasks.task (
    network                uuid not null references access.network,
    id                     uuid not null default gen_random_uuid(),
    title                  text not null check (length(title) between 1 and 300),
    note                   text check (length(note) between 1 and 4000),
    owner_organisation     uuid,
    owner_person           uuid,
    given_on               date not null,
    due_on                 date,
    due_first              date,
    done_on                date,
    outcome                text check (length(outcome) between 1 and 1000),
    dropped_on             date,
    reason                 text check (length(reason) between 1 and 1000),
    group_id               uuid,
    meeting_id             uuid,
    decision_id            uuid,
    initiator_organisation uuid,
    promised_to            uuid,
    promised_person        uuid,
    version                int not null default 1,
    created_at             timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, decision_id) references tasks.decision (network, id) on delete set null (decision_id),
    foreign key (network, owner_organisation) references directory.organisation (network, id) on delete set null (owner_organisation),
    foreign key (network, owner_person) references directory.person (network, id) on delete set null (owner_person),
    foreign key (network, initiator_organisation) references directory.organisation (network, id) on delete set null (initiator_organisation),
    foreign key (network, promised_to) references directory.organisation (network, id) on delete set null (promised_to),
    foreign key (network, promised_person) references directory.person (network, id) on delete set null (promised_person),
    check (done_on is null or dropped_on is null),
    check (dropped_on is null or reason is not null)
);
create index on tasks.task (network, decision_id);
create index on tasks.task (network, meeting_id);
create index on tasks.task (network, group_id);
create index on tasks.task (network, owner_organisation);
create index on tasks.task (network, owner_person);
create index on tasks.task (network, initiator_organisation);
create index on tasks.task (network, promised_to);
create index on tasks.task (network, promised_person);
create index on tasks.task (network, due_on) where done_on is null and dropped_on is null;
select platform.shelter('tasks.task');

-- What became of it between being given and being done.
create table tasks.step (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    task       uuid not null,
    kind       text not null check (kind in ('CARRIED', 'HANDED_OVER', 'REOPENED')),
    noted_on   date not null,
    due_before date,
    due_after  date,
    person     uuid,
    reason     text check (length(reason) between 1 and 1000),
    created_at timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, task) references tasks.task (network, id) on delete cascade
);
create index on tasks.step (network, task, created_at);
select platform.shelter('tasks.step');

-- Told once to each account about each date.
create table tasks.reminder (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    task    uuid not null,
    days    int not null check (days between -366 and 366),
    due     date not null,
    account uuid not null,
    told_at timestamptz not null,
    primary key (network, id),
    constraint told_once unique (network, task, days, due, account),
    foreign key (network, task) references tasks.task (network, id) on delete cascade
);
select platform.shelter('tasks.reminder');

-- Who wants no mails about due tasks. No row: wants them.
create table tasks.preference (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    account   uuid not null,
    reminders boolean not null default true,
    primary key (network, id),
    unique (network, account)
);
select platform.shelter('tasks.preference');
create policy own_account on tasks.preference as restrictive to wirknetz_app using (
    platform.works_alone() or account = platform.account());
create policy office_only on tasks.reminder as restrictive to wirknetz_app using ((select access.is_office()));

-- A decision is read by the office, its body, its owners, and where it is disclosed by everybody with a seat.
create policy for_readers on tasks.decision as restrictive for select to wirknetz_app using (
    (select access.is_office())
    or (disclosure <> 'BODY' and (select tasks.has_seat()))
    or group_id in (select tasks.own_groups())
    or owner_organisation in (select tasks.own_organisations())
    or owner_person in (select tasks.my_people()));
create policy entered_by_leads on tasks.decision as restrictive for insert to wirknetz_app with check (
    (select access.is_office()) or group_id in (select tasks.led_groups()));
create policy changed_by_leads on tasks.decision as restrictive for update to wirknetz_app using (
    (select access.is_office()) or group_id in (select tasks.led_groups()));
create policy removed_by_leads on tasks.decision as restrictive for delete to wirknetz_app using (
    (select access.is_office()) or group_id in (select tasks.led_groups()));

-- Who gave way stays in the body.
create policy among_those_deciding on tasks.concession as restrictive for select to wirknetz_app using (
    (select access.is_office())
    or organisation in (select tasks.own_organisations())
    or decision in (select d.id from tasks.decision d where d.group_id in (select tasks.own_groups())));
create policy entered_by_leads on tasks.concession as restrictive for insert to wirknetz_app with check (
    (select access.is_office()) or decision in (select d.id from tasks.decision d where d.group_id in (select tasks.led_groups())));
create policy changed_by_leads on tasks.concession as restrictive for update to wirknetz_app using (
    (select access.is_office()) or decision in (select d.id from tasks.decision d where d.group_id in (select tasks.led_groups())));
create policy removed_by_leads on tasks.concession as restrictive for delete to wirknetz_app using (
    (select access.is_office()) or decision in (select d.id from tasks.decision d where d.group_id in (select tasks.led_groups())));

-- A task is read by the office, whoever it lies with, began it or was promised it, its group, and inside the network by
-- those who read its decision. Its owners change it; the office and
-- whoever leads the group give it and take it away.
create policy for_readers on tasks.task as restrictive for select to wirknetz_app using (
    (select access.is_office())
    or ((select access.is_inside()) and (
        owner_organisation in (select tasks.own_organisations())
        or owner_person in (select tasks.my_people())
        or initiator_organisation in (select tasks.own_organisations())
        or promised_to in (select tasks.own_organisations())
        or promised_person in (select tasks.my_people())
        or group_id in (select tasks.own_groups())
        or decision_id in (select d.id from tasks.decision d))));
create policy given_by_leads on tasks.task as restrictive for insert to wirknetz_app with check (
    (select access.is_office()) or group_id in (select tasks.led_groups()));
create policy changed_by_owners on tasks.task as restrictive for update to wirknetz_app using (
    (select access.is_office())
    or group_id in (select tasks.led_groups())
    or owner_organisation in (select tasks.own_organisations())
    or owner_person in (select tasks.my_people()));
create policy removed_by_leads on tasks.task as restrictive for delete to wirknetz_app using (
    (select access.is_office()) or group_id in (select tasks.led_groups()));

create policy with_the_task on tasks.step as restrictive for select to wirknetz_app using (
    (select access.is_office()) or task in (select t.id from tasks.task t));
create function tasks.own_tasks() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select t.id from tasks.task t
     where t.network = platform.network()
       and (t.owner_organisation in (select tasks.own_organisations()) or t.owner_person in (select tasks.my_people())
            or t.group_id in (select tasks.led_groups())) $$;
create policy noted_by_owners on tasks.step as restrictive for insert to wirknetz_app with check (
    (select access.is_office()) or task in (select tasks.own_tasks()));
create policy changed_by_office on tasks.step as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy taken_back_by_owners on tasks.step as restrictive for delete to wirknetz_app using (
    (select access.is_office()) or task in (select tasks.own_tasks()));

-- The next number, counted over all: whoever enters one may not see every other.
create function tasks.next_number() returns int language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(max(d.number), 0) + 1 from tasks.decision d where d.network = platform.network() $$;

-- How far the tasks of a decision are, also for those who may read the decision and none of its tasks.
create function tasks.progress(wanted uuid, out open int, out done int, out last_done date)
    language sql stable security definer set search_path = pg_catalog as $$
    select count(*) filter (where t.done_on is null and t.dropped_on is null)::int, count(t.done_on)::int, max(t.done_on)
      from tasks.task t where t.network = platform.network() and t.decision_id = wanted $$;

-- A decision is done when somebody said so, or with the last of its tasks. Without date and task it just stands.
create view tasks.decision_card with (security_invoker = true) as
select d.network, d.id, d.title, d.decided_on, d.group_id, d.meeting_id,
       case when d.dropped_on is not null then 'DROPPED'
            when d.done_on is not null or (progress.open = 0 and progress.done > 0) then 'DONE'
            when d.due_on is null and progress.open = 0 then 'STANDING'
            else 'OPEN' end as state,
       d.due_on,
       case when d.dropped_on is null
            then coalesce(d.done_on, case when progress.open = 0 then progress.last_done end) end as done_on
  from tasks.decision d
 cross join lateral tasks.progress(d.id) progress;

create view tasks.task_card with (security_invoker = true) as
select network, id, title, owner_organisation, owner_person, due_on, done_on, dropped_on, group_id, meeting_id, decision_id,
       initiator_organisation
  from tasks.task;

create view tasks.concession_card with (security_invoker = true) as
select c.network, c.decision, c.organisation, c.about, d.title, d.decided_on, d.group_id
  from tasks.concession c
  join tasks.decision d on d.network = c.network and d.id = c.decision;

grant usage on schema tasks to wirknetz_app;
grant select on tasks.decision_card, tasks.task_card, tasks.concession_card to wirknetz_app;
revoke execute on function tasks.own_organisations(), tasks.my_people(), tasks.own_groups(), tasks.led_groups(), tasks.has_seat(),
    tasks.own_tasks(), tasks.next_number(), tasks.progress(uuid) from public;
grant execute on function tasks.own_organisations(), tasks.my_people(), tasks.own_groups(), tasks.led_groups(), tasks.has_seat(),
    tasks.own_tasks(), tasks.next_number(), tasks.progress(uuid) to wirknetz_app;

-- Histories and the search box tell no more than the rows.
create policy tasks_as_their_rows on platform.revision as restrictive for select to wirknetz_app using (
    relation not like 'tasks.%' or (select access.is_office())
    or (relation = 'tasks.decision' and record in (select d.id from tasks.decision d))
    or (relation = 'tasks.task' and record in (select t.id from tasks.task t))
    or (relation = 'tasks.step' and (coalesce(after, before) ->> 'task')::uuid in (select t.id from tasks.task t))
    or (relation = 'tasks.preference' and (coalesce(after, before) ->> 'account')::uuid = platform.account()));
create policy tasks_as_their_rows on platform.search_entry as restrictive for select to wirknetz_app using (
    kind not in ('decision', 'task') or (select access.is_office())
    or (kind = 'decision' and id in (select d.id from tasks.decision d))
    or (kind = 'task' and id in (select t.id from tasks.task t)));

create function tasks.index_decisions() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select d.network, d.id, 'decision', d.title, '', platform.fold(d.title),
           to_tsvector('german', concat_ws(' ', d.title, d.body, d.mandate_basis))
      from touched d;
    return null;
end $$;
create function tasks.index_tasks() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select t.network, t.id, 'task', t.title, '', platform.fold(t.title), to_tsvector('german', concat_ws(' ', t.title, t.note))
      from touched t;
    return null;
end $$;
create function tasks.unindex() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_insert after insert on tasks.decision referencing new table as touched
    for each statement execute function tasks.index_decisions();
create trigger search_update after update on tasks.decision referencing new table as touched
    for each statement execute function tasks.index_decisions();
create trigger search_delete after delete on tasks.decision referencing old table as touched
    for each statement execute function tasks.unindex();
create trigger search_insert after insert on tasks.task referencing new table as touched
    for each statement execute function tasks.index_tasks();
create trigger search_update after update on tasks.task referencing new table as touched
    for each statement execute function tasks.index_tasks();
create trigger search_delete after delete on tasks.task referencing old table as touched
    for each statement execute function tasks.unindex();
