-- Question rounds: a question or several, answered by cards, live or within some days; sorted into groups, weighted with
-- dots, carried on into tasks and needs. Everybody inside reads them; the office asks, sorts and closes.
create table rounds.round (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    title      text not null check (length(title) between 1 and 200),
    intro      text check (length(intro) between 1 and 2000),
    kind       text not null check (kind in ('OPEN', 'ARGUMENTS', 'HARD_TO_REACH', 'PORTFOLIO', 'CONDITIONS')),
    anonymous  boolean not null,
    dots       int not null check (dots between 0 and 10),
    closes_on  date,
    opened_on  date,
    closed_on  date,
    created_by uuid,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id),
    check (closed_on is null or opened_on is not null)
);
select platform.shelter('rounds.round');

create table rounds.question (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    round    uuid not null,
    position int not null check (position between 1 and 100),
    wording  text not null check (length(wording) between 1 and 300),
    primary key (network, id),
    foreign key (network, round) references rounds.round (network, id) on delete cascade
);
create index on rounds.question (network, round, position);
select platform.shelter('rounds.question');

-- A heap of cards that say the same, named by whoever sorted them.
create table rounds.cluster (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    question uuid not null,
    name     text not null check (length(name) between 1 and 120),
    version  int not null default 1,
    primary key (network, id),
    unique (network, question, name),
    foreign key (network, question) references rounds.question (network, id) on delete cascade
);
select platform.shelter('rounds.cluster');

-- An answer: words, or how important something is and how well it stands (1 to 5), or both. On a day, not at a moment:
-- moments tell who it was.
create table rounds.card (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    question     uuid not null,
    cluster      uuid,
    body         text check (length(body) between 1 and 500),
    importance   int check (importance between 1 and 5),
    standing     int check (standing between 1 and 5),
    account      uuid,
    organisation uuid,
    guest        text check (length(guest) between 1 and 100),
    written_on   date not null default platform.today(),
    primary key (network, id),
    check (body is not null or importance is not null),
    check ((importance is null) = (standing is null)),
    foreign key (network, question) references rounds.question (network, id) on delete cascade,
    foreign key (network, cluster) references rounds.cluster (network, id) on delete set null (cluster)
);
create index on rounds.card (network, question);
create index on rounds.card (network, cluster) where cluster is not null;
select platform.shelter('rounds.card');

-- A dot stands at a group, or at a card that lies alone. It never knows who set it.
create table rounds.dot (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    round   uuid not null,
    cluster uuid,
    card    uuid,
    primary key (network, id),
    check ((cluster is null) <> (card is null)),
    foreign key (network, round) references rounds.round (network, id) on delete cascade,
    foreign key (network, cluster) references rounds.cluster (network, id) on delete cascade,
    foreign key (network, card) references rounds.card (network, id) on delete cascade
);
create index on rounds.dot (network, round);
select platform.shelter('rounds.dot');

-- Who has had their say, so that nobody has it twice; apart from what they said, and without a line in the trail.
create table rounds.took_part (
    network uuid not null references access.network,
    round   uuid not null,
    account uuid not null references access.account on delete cascade,
    what    text not null check (what in ('RATED', 'VOTED')),
    primary key (network, round, account, what),
    foreign key (network, round) references rounds.round (network, id) on delete cascade
);
alter table rounds.took_part enable row level security;
alter table rounds.took_part force row level security;
create policy own_account on rounds.took_part for select
    using (network = (select platform.network()) and account = (select platform.account()));
do $$ begin execute format('create policy maintenance on rounds.took_part to %I using (true) with check (true)', current_user); end $$;
grant usage on schema rounds to wirknetz_app;
grant select on rounds.took_part to wirknetz_app;

-- The secret address for guests: only its hash lies here. A new one ends the old one.
create table rounds.guest_door (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    round   uuid not null,
    secret  bytea not null unique check (length(secret) = 32),
    primary key (network, id),
    unique (network, round),
    foreign key (network, round) references rounds.round (network, id) on delete cascade
);
select platform.shelter('rounds.guest_door');

-- What came of a card or a group of cards, in another room: its id there.
create table rounds.outcome (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    round   uuid not null,
    cluster uuid,
    card    uuid,
    kind    text not null check (kind in ('TASK', 'NEED')),
    target  uuid not null,
    title   text not null check (length(title) between 1 and 300),
    made_on date not null,
    primary key (network, id),
    check ((cluster is null) <> (card is null)),
    foreign key (network, round) references rounds.round (network, id) on delete cascade,
    foreign key (network, cluster) references rounds.cluster (network, id) on delete cascade,
    foreign key (network, card) references rounds.card (network, id) on delete cascade
);
create index on rounds.outcome (network, round);
select platform.shelter('rounds.outcome');

-- All inside read; the office alone writes, but for cards and dots, which come in by the functions below, and a card that
-- its author takes back.
do $$
declare place text;
begin
    foreach place in array array['round', 'question', 'cluster', 'card', 'dot', 'guest_door', 'outcome'] loop
        execute format('create policy inside_only on rounds.%I as restrictive to wirknetz_app using ((select access.is_inside()))', place);
        execute format('create policy office_adds on rounds.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on rounds.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        if place <> 'card' then
            execute format('create policy office_removes on rounds.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
        end if;
    end loop;
end $$;
create policy author_removes on rounds.card as restrictive for delete to wirknetz_app
    using ((select access.is_office()) or account = (select platform.account()));
create policy office_sees on rounds.guest_door as restrictive for select to wirknetz_app using ((select access.is_office()));
-- Drafts are the office's.
create policy opened_only on rounds.round as restrictive for select to wirknetz_app
    using (opened_on is not null or (select access.is_office()));
create policy of_opened on rounds.question as restrictive for select to wirknetz_app
    using ((select access.is_office()) or exists (select from rounds.round r where r.network = question.network and r.id = question.round));

create policy rounds_inside on platform.revision as restrictive for select to wirknetz_app using (
    not starts_with(relation, 'rounds.') or (select access.is_office()));

-- An anonymous round knows no author, whoever writes by whatever way, and stays what it was when the first was asked.
create function rounds.keep_word() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if tg_table_name = 'round' then
        if old.opened_on is not null and new.anonymous is distinct from old.anonymous then
            raise exception 'promised otherwise' using errcode = 'check_violation', constraint = 'rounds_promise';
        end if;
    elsif (new.account is not null or new.organisation is not null or new.guest is not null)
          and exists (select from rounds.question q
                        join rounds.round r on r.network = q.network and r.id = q.round
                       where q.network = new.network and q.id = new.question and r.anonymous) then
        raise exception 'nobody may know' using errcode = 'check_violation', constraint = 'rounds_anonymous';
    end if;
    return new;
end $$;
create trigger keep_word before update on rounds.round for each row execute function rounds.keep_word();
create trigger keep_word before insert or update on rounds.card for each row execute function rounds.keep_word();

create function rounds.is_open(r rounds.round) returns boolean language sql stable set search_path = pg_catalog as
$$ select r.opened_on is not null and r.closed_on is null and (r.closes_on is null or r.closes_on >= platform.today()) $$;

-- Lays one card down: for somebody inside, or for whoever holds the secret of the round. In an anonymous round the trail
-- is not told who is asking either.
create function rounds.lay_card(wanted uuid, words text, important int, stands int, works_at uuid, guest_name text, held bytea)
    returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
    place  rounds.round;
    who    text := coalesce(current_setting('wirknetz.account', true), '');
    street text := coalesce(current_setting('wirknetz.public', true), '');
    fresh  uuid := gen_random_uuid();
begin
    select r.* into place from rounds.question q join rounds.round r on r.network = q.network and r.id = q.round
     where q.network = platform.network() and q.id = wanted;
    if place.id is null or not rounds.is_open(place)
       or not (case when held is null then platform.account() is not null and access.is_inside()
                    else exists (select from rounds.guest_door d where d.network = place.network and d.round = place.id and d.secret = held) end)
       or works_at is not null and not access.works_for(works_at) then
        raise exception 'not here' using errcode = '42501';
    end if;
    if place.anonymous then
        perform set_config('wirknetz.account', '', true), set_config('wirknetz.public', 'yes', true);
        insert into rounds.card (network, id, question, body, importance, standing)
        values (place.network, fresh, wanted, words, important, stands);
        perform set_config('wirknetz.account', who, true), set_config('wirknetz.public', street, true);
    else
        insert into rounds.card (network, id, question, body, importance, standing, account, organisation, guest)
        values (place.network, fresh, wanted, words, important, stands,
                case when held is null then platform.account() end, works_at, guest_name);
    end if;
    return fresh;
end $$;

-- Sets somebody's dots, once. Each target is a group, or a card that lies alone.
create function rounds.set_dots(wanted uuid, targets uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place  rounds.round;
    who    text := coalesce(current_setting('wirknetz.account', true), '');
    street text := coalesce(current_setting('wirknetz.public', true), '');
begin
    select r.* into place from rounds.round r where r.network = platform.network() and r.id = wanted;
    if place.id is null or not rounds.is_open(place) or platform.account() is null or not access.is_inside()
       or cardinality(targets) > place.dots then
        raise exception 'not here' using errcode = '42501';
    end if;
    insert into rounds.took_part (network, round, account, what) values (place.network, place.id, platform.account(), 'VOTED');
    perform set_config('wirknetz.account', '', true), set_config('wirknetz.public', 'yes', true);
    insert into rounds.dot (network, round, cluster, card)
    select place.network, place.id, c.id, null from rounds.cluster c
      join rounds.question q on q.network = c.network and q.id = c.question and q.round = place.id
     where c.network = place.network and c.id = any (targets)
    union all
    select place.network, place.id, null, c.id from rounds.card c
      join rounds.question q on q.network = c.network and q.id = c.question and q.round = place.id
     where c.network = place.network and c.id = any (targets) and c.cluster is null;
    perform set_config('wirknetz.account', who, true), set_config('wirknetz.public', street, true);
end $$;

-- Notes that somebody has rated; twice it breaks the key.
create function rounds.note_rated(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into rounds.took_part (network, round, account, what)
    select r.network, r.id, platform.account(), 'RATED' from rounds.round r
     where r.network = platform.network() and r.id = wanted and rounds.is_open(r) and access.is_inside();
    if not found then
        raise exception 'not here' using errcode = '42501';
    end if;
end $$;

-- What whoever holds the secret may read: the question, not the answers of others.
create function rounds.for_guest(held bytea) returns table (round uuid, title text, intro text, anonymous boolean, open boolean, closes_on date)
    language sql stable security definer set search_path = pg_catalog as
$$ select r.id, r.title, r.intro, r.anonymous, rounds.is_open(r), r.closes_on
     from rounds.guest_door d join rounds.round r on r.network = d.network and r.id = d.round
    where d.network = platform.network() and d.secret = held and r.opened_on is not null $$;
create function rounds.questions_for_guest(held bytea) returns table (id uuid, wording text, cards bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select q.id, q.wording, (select count(*) from rounds.card c where c.network = q.network and c.question = q.id)
     from rounds.guest_door d join rounds.question q on q.network = d.network and q.round = d.round
    where d.network = platform.network() and d.secret = held order by q.position, q.id $$;

revoke execute on function rounds.lay_card(uuid, text, int, int, uuid, text, bytea), rounds.set_dots(uuid, uuid[]), rounds.note_rated(uuid),
    rounds.for_guest(bytea), rounds.questions_for_guest(bytea) from public;
grant execute on function rounds.lay_card(uuid, text, int, int, uuid, text, bytea), rounds.set_dots(uuid, uuid[]), rounds.note_rated(uuid),
    rounds.for_guest(bytea), rounds.questions_for_guest(bytea), rounds.is_open(rounds.round) to wirknetz_app;
