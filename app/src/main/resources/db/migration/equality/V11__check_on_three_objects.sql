-- The equality check (C3.1): answers to the questions of a file of the program, by template and key. The last one by its day counts.
create table equality.check_answer (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    template    text not null check (length(template) between 1 and 40),
    question    text not null check (length(question) between 1 and 40),
    answer      text not null check (answer in ('YES', 'PARTLY', 'NO', 'NOT_APPLICABLE')),
    note        text check (length(note) between 1 and 1000),
    address     text check (length(address) between 1 and 500 and (address like '/%' or address like 'https://%' or address like 'http://%')),
    answered_on date not null,
    version     int not null default 1,
    primary key (network, id),
    constraint answered_once_a_day unique (network, template, question, answered_on)
);
select platform.shelter('equality.check_answer');

-- What "partly" and "no" leave to do. It stays until it is answered otherwise, its task is done, or somebody says what was done.
-- The task is kept without a reference: it may be taken away in its own room, and the finding is open again.
create table equality.finding (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    template   text not null check (length(template) between 1 and 40),
    question   text not null check (length(question) between 1 and 40),
    opened_on  date not null,
    task       uuid,
    settled_on date,
    settled_by text check (settled_by in ('ANSWER', 'TASK', 'WORD')),
    outcome    text check (length(outcome) between 1 and 1000),
    version    int not null default 1,
    primary key (network, id),
    check ((settled_on is null) = (settled_by is null)),
    check (outcome is null or settled_on is not null)
);
create unique index finding_once on equality.finding (network, template, question) where settled_on is null;
select platform.shelter('equality.finding');

do $$
declare place text;
begin
    foreach place in array array['check_answer', 'finding'] loop
        execute format('create policy office_adds on equality.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on equality.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on equality.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy inside_only on equality.%I as restrictive for select to wirknetz_app using ((select access.is_inside()))', place);
    end loop;
end $$;

-- How far the tasks of findings are, also for those inside who may not read the tasks: a number must not depend on its reader.
create function equality.finding_progress(out finding uuid, out due_on date, out done_on date, out dropped_on date) returns setof record
    language sql stable security definer set search_path = pg_catalog as $$
    select f.id, t.due_on, t.done_on, t.dropped_on
      from equality.finding f
      join tasks.task_card t on t.network = f.network and t.id = f.task
     where f.network = platform.network() and (select access.is_inside()) $$;
revoke execute on function equality.finding_progress() from public;
grant execute on function equality.finding_progress() to wirknetz_app;
