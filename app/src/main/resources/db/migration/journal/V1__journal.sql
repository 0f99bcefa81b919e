-- The contact journal of the office: a closed room. No other room may join these tables and there are no cards of them;
-- nobody but the office reads a row, whatever page, export or feed may ask one day. People are named by their id alone:
-- a partner who takes a person out and back again must not meet rows here that they may not know of.
create table journal.touchpoint (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    person       uuid,
    kind         text not null check (kind in ('CALL', 'MAIL', 'VISIT', 'MEETING')),
    held_on      date not null,
    topic        text not null check (length(topic) between 1 and 500),
    minutes      int check (minutes between 1 and 1440),
    noted_by     uuid,
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
create index on journal.touchpoint (network, held_on desc, id);
create index on journal.touchpoint (network, organisation, held_on desc);
create index on journal.touchpoint (network, person) where person is not null;
select platform.shelter('journal.touchpoint');

-- What comes next, and when to think of it again. Each postponement is counted: what is put off five times is no plan.
create table journal.follow_up (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    person       uuid,
    touchpoint   uuid,
    what         text not null check (length(what) between 1 and 300),
    due_on       date not null,
    postponed    int not null default 0 check (postponed >= 0),
    done_on      date,
    noted_by     uuid,
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, touchpoint) references journal.touchpoint (network, id) on delete set null (touchpoint)
);
create index on journal.follow_up (network, due_on, id) where done_on is null;
create index on journal.follow_up (network, organisation);
create index on journal.follow_up (network, person) where person is not null;
create index on journal.follow_up (network, touchpoint) where touchpoint is not null;
select platform.shelter('journal.follow_up');

-- How many days of silence are still fine: for one organisation, or (organisation null) for all others.
create table journal.rhythm (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid,
    days         int not null check (days between 7 and 730),
    primary key (network, id),
    unique nulls not distinct (network, organisation),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
select platform.shelter('journal.rhythm');

create policy office_only on journal.touchpoint as restrictive to wirknetz_app using ((select access.is_office()));
create policy office_only on journal.follow_up as restrictive to wirknetz_app using ((select access.is_office()));
create policy office_only on journal.rhythm as restrictive to wirknetz_app using ((select access.is_office()));

-- The memory behind undo and history tells nobody more than the rows themselves.
create policy journal_for_the_office on platform.revision as restrictive for select to wirknetz_app using (
    not starts_with(relation, 'journal.') or (select access.is_office()));

-- What somebody notes for themselves. Only its author reads it, not the rest of the office and no job either; the trail
-- knows that there is a note, and no revision keeps what stood in it.
create table journal.private_note (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    author       uuid not null references access.account,
    body         text not null check (length(body) between 1 and 2000),
    written_at   timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
create index on journal.private_note (network, author, organisation, written_at desc);
create index on journal.private_note (network, organisation);
alter table journal.private_note enable row level security;
alter table journal.private_note force row level security;
create policy author_only on journal.private_note
    using (network = (select platform.network()) and author = (select platform.account()) and (select access.is_office()))
    with check (network = (select platform.network()) and author = (select platform.account()) and (select access.is_office()));
do $$ begin execute format('create policy maintenance on journal.private_note to %I using (true) with check (true)', current_user); end $$;
grant usage on schema journal to wirknetz_app;
grant select, insert, update, delete on journal.private_note to wirknetz_app;
select platform.remember('journal.private_note', 'ids');

-- Two cards of one organisation become one: notes go along, also those that whoever merges must not see.
create function journal.move_notes(dropped uuid, kept uuid) returns void language sql security definer set search_path = pg_catalog as $$
    update journal.private_note n set organisation = kept
     where n.network = platform.network() and n.organisation = dropped
       and exists (select from directory.organisation o where o.network = n.network and o.id = kept)
$$;
revoke execute on function journal.move_notes(uuid, uuid) from public;
grant execute on function journal.move_notes(uuid, uuid) to wirknetz_app;
