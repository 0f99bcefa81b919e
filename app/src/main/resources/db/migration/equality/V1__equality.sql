-- Equality monitoring (Gender and Cultural Mainstreaming): who is represented and who has a share in the resources.
--
-- Sensitive counts come in by functions and go out by one, for the disclosure control alone. What anybody reads (page, file,
-- paper, interface) is `equality.release`, which holds what was published and nothing else.
create table equality.setting (
    network          uuid not null references access.network,
    id               uuid not null default gen_random_uuid(),
    individual_since date,
    assessment       text check (length(assessment) between 1 and 500),
    assessed_on      date,
    version          int not null default 1,
    primary key (network, id),
    unique (network),
    check (individual_since is null or (assessment is not null and assessed_on is not null))
);
select platform.shelter('equality.setting');

-- One question, asked one way, for one reporting date. The definition is a file of the program with a number that stays.
create table equality.collection (
    network          uuid not null references access.network,
    id               uuid not null default gen_random_uuid(),
    definition       text not null check (length(definition) between 1 and 40),
    subject          text not null check (subject in ('BODIES', 'RESOURCES')),
    mode             text not null check (mode in ('COUNTS', 'BALLOT', 'INDIVIDUAL')),
    year             int not null check (year between 2000 and 2100),
    quarter          int not null check (quarter between 1 and 4),
    reporting_on     date not null generated always as
                     ((make_date(year, quarter * 3, 1) + interval '1 month' - interval '1 day')::date) stored,
    reference        numeric(4, 1) check (reference between 0 and 100),
    reference_source text check (length(reference_source) between 1 and 200),
    action           text check (length(action) between 1 and 500),
    closed_on        date,
    version          int not null default 1,
    created_at       timestamptz not null default now(),
    primary key (network, id),
    unique (network, definition, subject, year, quarter),
    check (reference is null or reference_source is not null),
    check (subject = 'BODIES' or mode = 'COUNTS')
);
select platform.shelter('equality.collection');

-- What is counted: the people of a body, or a resource in times or euros.
create table equality.line (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    collection uuid not null,
    position   int not null check (position between 1 and 100),
    name       text not null check (length(name) between 1 and 120),
    measure    text not null check (measure in ('PERSONS', 'TIMES', 'EURO')),
    primary key (network, id),
    unique (network, collection, name),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade
);
create index on equality.line (network, collection, position);
select platform.shelter('equality.line');

-- What the network does about it: who is responsible, events held, instruments checked, partners for the topic.
create table equality.step (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    kind    text not null check (kind in ('RESPONSIBLE', 'EVENT', 'INSTRUMENT', 'PARTNER')),
    title   text not null check (length(title) between 1 and 200),
    done_on date,
    primary key (network, id)
);
select platform.shelter('equality.step');

-- The counts. No trail, no history, no moment: they are special categories of personal data as long as they are small.
-- `organisation` is empty where nobody may know, and everywhere once they are published.
create table equality.count (
    network      uuid not null references access.network,
    collection   uuid not null,
    line         uuid not null,
    organisation uuid,
    answer       text not null check (length(answer) between 1 and 40),
    number       bigint not null check (number between 0 and 1000000000),
    unique nulls not distinct (network, line, organisation, answer),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade,
    foreign key (network, line) references equality.line (network, id) on delete cascade
);
create index on equality.count (network, collection);

-- That an organisation has answered, without what.
create table equality.answered (
    network      uuid not null references access.network,
    collection   uuid not null,
    organisation uuid not null,
    primary key (network, collection, organisation),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade
);

-- A slip lets one person answer once; only the hash of its secret lies here, and it is torn up with the answer.
create table equality.slip (
    network    uuid not null references access.network,
    collection uuid not null,
    line       uuid not null,
    secret     bytea not null unique check (length(secret) = 32),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade,
    foreign key (network, line) references equality.line (network, id) on delete cascade
);
create index on equality.slip (network, collection);

-- Somebody's own word, with consent, until the collection is closed: then it is a number, and this row is gone.
create table equality.declaration (
    network      uuid not null references access.network,
    collection   uuid not null,
    account      uuid not null references access.account on delete cascade,
    line         uuid not null,
    answer       text not null check (length(answer) between 1 and 40),
    consent      text not null check (length(consent) between 1 and 20),
    consented_on date not null,
    primary key (network, collection, account),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade,
    foreign key (network, line) references equality.line (network, id) on delete cascade
);

-- What was published, as it was published. Never changed, never taken back: people have read it.
create table equality.release (
    network          uuid not null references access.network,
    id               uuid not null default gen_random_uuid(),
    collection       uuid not null,
    definition       text not null check (length(definition) between 1 and 40),
    subject          text not null check (subject in ('BODIES', 'RESOURCES')),
    mode             text not null check (mode in ('COUNTS', 'BALLOT', 'INDIVIDUAL')),
    reporting_on     date not null,
    published_on     date not null,
    detailed         boolean not null,
    unknown          bigint check (unknown >= 0),
    organisations    int check (organisations >= 0),
    reference        numeric(4, 1) check (reference between 0 and 100),
    reference_source text check (length(reference_source) between 1 and 200),
    action           text check (length(action) between 1 and 500),
    primary key (network, id),
    unique (network, collection),
    foreign key (network, collection) references equality.collection (network, id)
);

-- One number of the table; empty where it is protected. `place` is a column of the definition, or `total`. The line with
-- position 0 holds the totals over all lines.
create table equality.cell (
    network       uuid not null references access.network,
    release       uuid not null,
    position      int not null check (position between 0 and 100),
    name          text not null check (length(name) between 0 and 120),
    measure       text not null check (measure in ('PERSONS', 'TIMES', 'EURO')),
    place         text not null check (length(place) between 1 and 40),
    number        bigint check (number >= 0),
    repeated_from date,
    primary key (network, release, position, place),
    foreign key (network, release) references equality.release (network, id)
);

-- Why a number is protected and how close a reader can come to it (`high` empty: no upper end): for the office, to check the
-- protection.
create table equality.verdict (
    network  uuid not null references access.network,
    release  uuid not null,
    position int not null check (position between 0 and 100),
    place    text not null check (length(place) between 1 and 40),
    cause    text not null check (length(cause) between 1 and 20),
    low      bigint not null,
    high     bigint,
    primary key (network, release, position, place),
    foreign key (network, release) references equality.release (network, id)
);

grant usage on schema equality to wirknetz_app;

do $$
declare place text;
begin
    -- Everybody with a seat reads what is published and what the network does; the office leads.
    foreach place in array array['setting', 'collection', 'line', 'step'] loop
        execute format('create policy office_adds on equality.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on equality.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on equality.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
    end loop;
    foreach place in array array['count', 'answered', 'slip', 'declaration', 'release', 'cell', 'verdict'] loop
        execute format('alter table equality.%I enable row level security', place);
        execute format('create policy maintenance on equality.%I to %I using (true) with check (true)', place, current_user);
    end loop;
    foreach place in array array['release', 'cell', 'verdict'] loop
        execute format('create policy own_network_reads on equality.%I for select to wirknetz_app using (network = (select platform.network()))', place);
        execute format('create policy office_publishes on equality.%I for insert to wirknetz_app
                        with check (network = (select platform.network()) and (select access.is_office()))', place);
        execute format('grant select, insert on equality.%I to wirknetz_app', place);
    end loop;
end $$;
select platform.remember('equality.release', 'ids');
create policy office_audits on equality.verdict as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy inside_only on equality.line as restrictive for select to wirknetz_app using ((select access.is_inside()));
create policy inside_only on equality.collection as restrictive for select to wirknetz_app using ((select access.is_inside()));

-- Nobody reads counts but those who gave them; the office reads who has.
create policy own_counts on equality.count for select to wirknetz_app
    using (network = (select platform.network()) and organisation is not null and access.works_for(organisation));
create policy own_answers on equality.answered for select to wirknetz_app
    using (network = (select platform.network()) and ((select access.is_office()) or access.works_for(organisation)));
create policy own_declaration on equality.declaration for select to wirknetz_app
    using (network = (select platform.network()) and account = (select platform.account()));
create policy own_withdrawal on equality.declaration for delete to wirknetz_app
    using (network = (select platform.network()) and account = (select platform.account()));
-- Of slips nobody has a policy: there is nothing to see.
grant select on equality.count, equality.answered, equality.declaration, equality.slip to wirknetz_app;
grant delete on equality.declaration to wirknetz_app;

create policy equality_for_office on platform.revision as restrictive for select to wirknetz_app using (
    not starts_with(relation, 'equality.') or (select access.is_office()));

create function equality.open_line(wanted uuid, how text) returns equality.line
    language sql stable security definer set search_path = pg_catalog as
$$ select l.* from equality.line l join equality.collection c on c.network = l.network and c.id = l.collection
    where l.network = platform.network() and l.id = wanted and c.mode = how and c.closed_on is null $$;

-- An organisation's counts for one line, in the place of those it gave before.
create function equality.enter(wanted uuid, who uuid, answers text[], numbers bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place equality.line := equality.open_line(wanted, 'COUNTS');
begin
    if place.id is null or not (access.works_for(who) or access.is_office())
       or not exists (select from directory.organisation o where o.network = place.network and o.id = who) then
        raise exception 'not here' using errcode = '42501';
    end if;
    delete from equality.count k where k.network = place.network and k.line = place.id and k.organisation = who;
    insert into equality.count (network, collection, line, organisation, answer, number)
    select place.network, place.collection, place.id, who, given.answer, given.number
      from unnest(answers, numbers) as given(answer, number) where given.number > 0;
    insert into equality.answered (network, collection, organisation)
    values (place.network, place.collection, who) on conflict do nothing;
end $$;

create function equality.add_one(place equality.line, said text) returns void
    language sql security definer set search_path = pg_catalog as
$$ insert into equality.count as k (network, collection, line, organisation, answer, number)
   values (place.network, place.collection, place.id, null, said, 1)
   on conflict (network, line, organisation, answer) do update set number = k.number + 1 $$;

-- Slips for the people of one body: hashes of secrets that are shown once.
create function equality.hand_out(wanted uuid, secrets bytea[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place equality.line := equality.open_line(wanted, 'BALLOT');
begin
    if place.id is null or not access.is_office() then
        raise exception 'not here' using errcode = '42501';
    end if;
    insert into equality.slip (network, collection, line, secret)
    select place.network, place.collection, place.id, unnest(secrets);
end $$;

create function equality.for_slip(held bytea) returns table (line uuid, body text, definition text, reporting_on date)
    language sql stable security definer set search_path = pg_catalog as
$$ select l.id, l.name, c.definition, c.reporting_on
     from equality.slip s join equality.line l on l.network = s.network and l.id = s.line
     join equality.collection c on c.network = s.network and c.id = s.collection
    where s.network = platform.network() and s.secret = held and c.closed_on is null $$;

-- The answer is a number at once, and the slip is torn up: no row, no moment, no order is left to tell whose it was.
create function equality.answer(held bytea, said text) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    torn  uuid;
    place equality.line;
begin
    delete from equality.slip s where s.network = platform.network() and s.secret = held returning s.line into torn;
    place := equality.open_line(torn, 'BALLOT');
    if place.id is null then return false; end if;
    perform equality.add_one(place, said);
    return true;
end $$;

create function equality.slips_left(wanted uuid) returns table (line uuid, slips bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select s.line, count(*) from equality.slip s
    where s.network = platform.network() and s.collection = wanted and access.is_office() group by s.line $$;

create function equality.declare(wanted uuid, said text, consent text, on_day date) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place equality.line := equality.open_line(wanted, 'INDIVIDUAL');
begin
    if place.id is null or platform.account() is null or not access.is_inside()
       or not exists (select from equality.setting s where s.network = place.network and s.individual_since is not null) then
        raise exception 'not here' using errcode = '42501';
    end if;
    insert into equality.declaration (network, collection, account, line, answer, consent, consented_on)
    values (place.network, place.collection, platform.account(), place.id, said, declare.consent, on_day)
    on conflict (network, collection, account) do update
       set line = excluded.line, answer = excluded.answer, consent = excluded.consent, consented_on = excluded.consented_on;
end $$;

-- Declarations become numbers and are deleted, slips are torn up. From now on nobody answers.
create function equality.close(wanted uuid, on_day date) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    said record;
begin
    if not access.is_office() then raise exception 'not here' using errcode = '42501'; end if;
    update equality.collection c set closed_on = on_day, version = c.version + 1
     where c.network = platform.network() and c.id = wanted and c.closed_on is null;
    if not found then return false; end if;
    delete from equality.slip s where s.network = platform.network() and s.collection = wanted;
    insert into equality.count (network, collection, line, organisation, answer, number)
    select d.network, d.collection, d.line, null, d.answer, count(*) from equality.declaration d
     where d.network = platform.network() and d.collection = wanted
     group by d.network, d.collection, d.line, d.answer;
    delete from equality.declaration d where d.network = platform.network() and d.collection = wanted;
    return true;
end $$;

-- The one way out for counts, of closed collections only: the disclosure control asks, nobody else.
create function equality.tally(wanted uuid) returns table (line uuid, organisation uuid, answer text, number bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select k.line, k.organisation, k.answer, k.number
     from equality.count k join equality.collection c on c.network = k.network and c.id = k.collection
    where k.network = platform.network() and k.collection = wanted and c.closed_on is not null and access.is_office() $$;

-- After publishing only the sums remain that were published from, so that the next release can be compared with them.
create function equality.settle(wanted uuid, lines uuid[], answers text[], numbers bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.is_office()
       or not exists (select from equality.release r where r.network = platform.network() and r.collection = wanted) then
        raise exception 'not here' using errcode = '42501';
    end if;
    delete from equality.count k where k.network = platform.network() and k.collection = wanted;
    insert into equality.count (network, collection, line, organisation, answer, number)
    select platform.network(), wanted, given.line, null, given.answer, given.number
      from unnest(lines, answers, numbers) as given(line, answer, number)
     where exists (select from equality.line l
                    where l.network = platform.network() and l.collection = wanted and l.id = given.line);
end $$;

revoke execute on all functions in schema equality from public;
grant execute on function equality.enter(uuid, uuid, text[], bigint[]), equality.hand_out(uuid, bytea[]), equality.for_slip(bytea),
    equality.answer(bytea, text), equality.slips_left(uuid), equality.declare(uuid, text, text, date),
    equality.close(uuid, date), equality.tally(uuid), equality.settle(uuid, uuid[], text[], bigint[]) to wirknetz_app;

-- Where the promise is given that nobody writes records of persons before the assessment, the database keeps it.
create function equality.keep_word() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.mode = 'INDIVIDUAL' and not exists (
        select from equality.setting s where s.network = new.network and s.individual_since is not null) then
        raise exception 'not assessed' using errcode = 'check_violation', constraint = 'equality_individual';
    end if;
    return new;
end $$;
create trigger keep_word before insert on equality.collection for each row execute function equality.keep_word();
-- The program says what may be asked: no more after something was published.
create function equality.keep_published() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from equality.release r where r.network = old.network and r.collection = old.id)
       and (tg_op = 'DELETE' or (new.definition, new.subject, new.mode, new.year, new.quarter, new.closed_on)
                                is distinct from (old.definition, old.subject, old.mode, old.year, old.quarter, old.closed_on)) then
        raise exception 'published' using errcode = 'check_violation', constraint = 'equality_published';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_published before update or delete on equality.collection for each row execute function equality.keep_published();
