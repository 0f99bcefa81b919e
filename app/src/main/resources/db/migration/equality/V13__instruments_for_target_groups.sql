-- For whom instruments are adapted (C4.2): groups of a file of the program, by list and key, or the network's own, by title.
create table equality.target_group (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    list     text check (length(list) between 1 and 40),
    key      text check (length(key) between 1 and 40),
    title    text check (length(title) between 1 and 200),
    position int not null default 1000,
    version  int not null default 1,
    primary key (network, id),
    unique (network, key),
    check ((list is null) = (key is null) and (key is null) = (title is not null))
);
select platform.shelter('equality.target_group');

-- What people without a vocational qualification are profiled, assessed, taught and prepared with.
create table equality.instrument (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    kind         text not null check (kind in ('PROFILING', 'ASSESSMENT', 'MODULE', 'EXAM', 'OTHER')),
    title        text not null check (length(title) between 1 and 200),
    organisation uuid,
    person       uuid,
    review_on    date,
    version      int not null default 1,
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id)
        on delete set null (organisation) deferrable initially immediate,
    foreign key (network, person) references directory.person (network, id) on delete set null (person) deferrable initially immediate
);
create index on equality.instrument (network, organisation);
create index on equality.instrument (network, person);
select platform.shelter('equality.instrument');

-- A version of an instrument for a target group: what was changed, by whom, and what came of trying it. The last one by its day counts.
create table equality.adaptation (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    instrument   uuid not null,
    target_group uuid not null,
    edition      text not null check (length(edition) between 1 and 40),
    note         text not null check (length(note) between 1 and 1000),
    organisation uuid,
    adapted_on   date not null,
    tried_on     date,
    result       text check (result in ('WORKS', 'LIMITED', 'FAILS')),
    participants int check (participants between 0 and 1000000),
    trial_note   text check (length(trial_note) between 1 and 1000),
    version      int not null default 1,
    primary key (network, id),
    constraint one_edition_for_a_group unique (network, instrument, target_group, edition),
    foreign key (network, instrument) references equality.instrument (network, id) on delete cascade deferrable initially immediate,
    foreign key (network, target_group) references equality.target_group (network, id),
    foreign key (network, organisation) references directory.organisation (network, id)
        on delete set null (organisation) deferrable initially immediate,
    check ((tried_on is null) = (result is null)),
    check (tried_on is not null or (participants is null and trial_note is null))
);
create index on equality.adaptation (network, target_group);
create index on equality.adaptation (network, organisation);
select platform.shelter('equality.adaptation');

-- An instrument that a target group does not need, and why.
create table equality.exemption (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    instrument   uuid not null,
    target_group uuid not null,
    reason       text not null check (length(reason) between 1 and 300),
    primary key (network, id),
    constraint exempt_once unique (network, instrument, target_group),
    foreign key (network, instrument) references equality.instrument (network, id) on delete cascade deferrable initially immediate,
    foreign key (network, target_group) references equality.target_group (network, id)
);
create index on equality.exemption (network, target_group);
select platform.shelter('equality.exemption');

-- The task that came of an overdue review of an instrument or of one of its adaptations. That it is overdue is read from its days. The task is kept
-- without a reference: it may be taken away in its own room, and the review is open again.
create table equality.review (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    instrument uuid not null,
    adaptation uuid,
    since      date not null,
    task       uuid not null,
    version    int not null default 1,
    primary key (network, id),
    constraint reviewed_by_one_task unique nulls not distinct (network, instrument, adaptation),
    foreign key (network, instrument) references equality.instrument (network, id) on delete cascade deferrable initially immediate,
    foreign key (network, adaptation) references equality.adaptation (network, id) on delete cascade deferrable initially immediate
);
create index on equality.review (network, adaptation);
select platform.shelter('equality.review');

do $$
declare place text;
begin
    foreach place in array array['target_group', 'instrument', 'adaptation', 'exemption', 'review'] loop
        execute format('create policy inside_only on equality.%I as restrictive for select to wirknetz_app using ((select access.is_inside()))', place);
    end loop;
    foreach place in array array['target_group', 'instrument', 'review'] loop
        execute format('create policy office_adds on equality.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on equality.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on equality.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
    end loop;
    -- The organisation that owns an instrument writes down itself what it has adapted and tried.
    foreach place in array array['adaptation', 'exemption'] loop
        execute format('create policy keepers_add on equality.%1$I as restrictive for insert to wirknetz_app with check ((select access.is_office()) or exists (select from equality.instrument i where i.network = %1$I.network and i.id = %1$I.instrument and access.works_for(i.organisation)))', place);
        execute format('create policy keepers_change on equality.%1$I as restrictive for update to wirknetz_app using ((select access.is_office()) or exists (select from equality.instrument i where i.network = %1$I.network and i.id = %1$I.instrument and access.works_for(i.organisation)))', place);
        execute format('create policy keepers_remove on equality.%1$I as restrictive for delete to wirknetz_app using ((select access.is_office()) or exists (select from equality.instrument i where i.network = %1$I.network and i.id = %1$I.instrument and access.works_for(i.organisation)))', place);
    end loop;
end $$;

-- How far the tasks of reviews are, also for those inside who may not read the tasks: a number must not depend on its reader.
create function equality.review_progress(out review uuid, out due_on date, out done_on date, out dropped_on date) returns setof record
    language sql stable security definer set search_path = pg_catalog as $$
    select r.id, t.due_on, t.done_on, t.dropped_on
      from equality.review r
      join tasks.task_card t on t.network = r.network and t.id = r.task
     where r.network = platform.network() and (select access.is_inside()) $$;
revoke execute on function equality.review_progress() from public;
grant execute on function equality.review_progress() to wirknetz_app;
