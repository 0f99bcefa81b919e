-- Pulse surveys: what the network asks its people, in waves. Answers without a name are sums from the first moment on; which
-- link was used stands nowhere beside whom it was sent to. See decision 0270.

-- The questionnaire of a network, once it differs from the one that comes with the program.
create table surveys.item (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    key        text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    position   int not null check (position between 1 and 1000),
    kind       text not null check (kind in ('STATEMENT', 'TIE')),
    wording_de text not null check (length(wording_de) between 1 and 300),
    wording_en text not null check (length(wording_en) between 1 and 300),
    version    int not null default 1,
    primary key (network, id),
    unique (network, key)
);
select platform.shelter('surveys.item');

-- Numbers are filled in as it goes: `invited` at the opening, `answered` at the closing.
create table surveys.wave (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    title      text not null check (length(title) between 1 and 200),
    purpose    text not null check (length(purpose) between 1 and 2000),
    reminders  int not null check (reminders between 0 and 2),
    closes_on  date not null,
    opened_on  date,
    closed_on  date,
    invited    int check (invited >= 0),
    answered   int check (answered between 0 and invited),
    reminded   int not null default 0 check (reminded between 0 and reminders),
    created_by uuid,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id),
    check (closed_on is null or opened_on is not null),
    check ((opened_on is null) = (invited is null)),
    check ((closed_on is null) = (answered is null))
);
select platform.shelter('surveys.wave');

-- Who gets a link, and for which organisations they may speak. Deleted when the wave is closed.
create table surveys.invited (
    network       uuid not null references access.network,
    id            uuid not null default gen_random_uuid(),
    wave          uuid not null,
    person        uuid not null,
    organisations uuid[] not null,
    primary key (network, id),
    unique (network, wave, person),
    foreign key (network, wave) references surveys.wave (network, id) on delete cascade
);
select platform.shelter('surveys.invited');

-- The copy of the questionnaire that a wave asks, and the organisations there were to choose from when it was opened.
create table surveys.question (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    wave       uuid not null,
    position   int not null check (position between 1 and 1000),
    key        text not null check (length(key) between 1 and 40),
    kind       text not null check (kind in ('STATEMENT', 'TIE')),
    wording_de text not null check (length(wording_de) between 1 and 300),
    wording_en text not null check (length(wording_en) between 1 and 300),
    primary key (network, id),
    unique (network, wave, key),
    foreign key (network, wave) references surveys.wave (network, id)
);
create table surveys.choice (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    wave         uuid not null,
    organisation uuid not null,
    name         text not null check (length(name) between 1 and 1000),
    primary key (network, id),
    unique (network, wave, organisation),
    foreign key (network, wave) references surveys.wave (network, id)
);

-- A link that was handed out. Not whose: the marks of one link in these three tables are hashes that nothing but the link
-- joins, and no row has a number, a moment or a place in an order.
create table surveys.door (
    network       uuid not null references access.network,
    wave          uuid not null,
    mark          bytea not null unique check (length(mark) = 32),
    organisations uuid[] not null,
    foreign key (network, wave) references surveys.wave (network, id)
);
create index on surveys.door (network, wave);
-- Lets a link answer once; torn up with the answer.
create table surveys.ticket (
    network uuid not null references access.network,
    wave    uuid not null,
    mark    bytea not null unique check (length(mark) = 32),
    foreign key (network, wave) references surveys.wave (network, id)
);
create index on surveys.ticket (network, wave);
-- How often which answer was given. 0: cannot judge.
create table surveys.tally (
    network  uuid not null references access.network,
    wave     uuid not null,
    question uuid not null,
    value    int not null check (value between 0 and 5),
    number   bigint not null check (number > 0),
    unique (network, question, value),
    foreign key (network, question) references surveys.question (network, id)
);
create index on surveys.tally (network, wave);

-- What a link says for its organisation while the wave is open: by name of the organisation, so that it can be changed and taken
-- back by whoever holds the link.
create table surveys.spoke (
    network      uuid not null references access.network,
    wave         uuid not null,
    mark         bytea not null unique check (length(mark) = 32),
    organisation uuid not null,
    foreign key (network, wave) references surveys.wave (network, id)
);
create index on surveys.spoke (network, wave);
create table surveys.told (
    network uuid not null references access.network,
    mark    bytea not null references surveys.spoke (mark) on delete cascade,
    named   uuid not null,
    unique (mark, named)
);

-- What is left when a wave is closed. Below five raters there is no row.
create table surveys.figure (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    wave     uuid not null,
    question uuid not null,
    raters   int not null check (raters >= 5),
    unknown  int not null check (unknown >= 0),
    said_1   int not null check (said_1 >= 0),
    said_2   int not null check (said_2 >= 0),
    said_3   int not null check (said_3 >= 0),
    said_4   int not null check (said_4 >= 0),
    said_5   int not null check (said_5 >= 0),
    primary key (network, id),
    unique (network, question),
    check (raters = said_1 + said_2 + said_3 + said_4 + said_5),
    foreign key (network, wave) references surveys.wave (network, id),
    foreign key (network, question) references surveys.question (network, id)
);
create index on surveys.figure (network, wave);
create table surveys.teller (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    wave         uuid not null,
    organisation uuid not null,
    primary key (network, id),
    unique (network, wave, organisation),
    foreign key (network, wave) references surveys.wave (network, id)
);
create table surveys.tie (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    wave    uuid not null,
    teller  uuid not null,
    named   uuid not null,
    primary key (network, id),
    unique (network, wave, teller, named),
    check (teller <> named),
    foreign key (network, wave) references surveys.wave (network, id)
);

grant usage on schema surveys to wirknetz_app;

do $$
declare place text;
begin
    foreach place in array array['item', 'wave', 'invited'] loop
        execute format('create policy inside_only on surveys.%I as restrictive to wirknetz_app using ((select access.is_inside()))', place);
        execute format('create policy office_adds on surveys.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on surveys.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on surveys.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
    end loop;
    foreach place in array array['question', 'choice', 'door', 'ticket', 'tally', 'spoke', 'told', 'figure', 'teller', 'tie'] loop
        execute format('alter table surveys.%I enable row level security', place);
        execute format('create policy maintenance on surveys.%I to %I using (true) with check (true)', place, current_user);
    end loop;
    foreach place in array array['question', 'choice', 'figure', 'teller', 'tie'] loop
        execute format('create policy own_network_reads on surveys.%I for select to wirknetz_app
                        using (network = (select platform.network()) and (select access.is_inside()))', place);
    end loop;
end $$;
-- Nobody may change or remove what a wave asked or found: there is no right to, and no policy.
grant select on surveys.question, surveys.choice, surveys.figure, surveys.teller, surveys.tie to wirknetz_app;
-- Of links and what came in by them nobody has a policy: there is nothing to see.
grant select on surveys.door, surveys.ticket, surveys.tally, surveys.spoke, surveys.told to wirknetz_app;
create policy office_sees on surveys.item as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy office_sees on surveys.invited as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy office_sees on surveys.teller as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy office_sees on surveys.tie as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy opened_only on surveys.wave as restrictive for select to wirknetz_app
    using (opened_on is not null or (select access.is_office()));
create policy surveys_for_office on platform.revision as restrictive for select to wirknetz_app using (
    not starts_with(relation, 'surveys.') or (select access.is_office()));

create function surveys.is_open(w surveys.wave) returns boolean language sql stable set search_path = pg_catalog as
$$ select w.opened_on is not null and w.closed_on is null and w.closes_on >= platform.today() $$;

-- What was promised when the first was asked stays; a closed wave stays as it is.
create function surveys.keep_word() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if old.closed_on is not null then
        raise exception 'closed' using errcode = 'check_violation', constraint = 'surveys_closed';
    elsif old.opened_on is not null
          and (tg_op = 'DELETE'
               or (new.title, new.purpose, new.reminders, new.opened_on, new.invited)
                  is distinct from (old.title, old.purpose, old.reminders, old.opened_on, old.invited)
               or new.closes_on < old.closes_on or new.reminded < old.reminded) then
        raise exception 'promised otherwise' using errcode = 'check_violation', constraint = 'surveys_promise';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_word before update or delete on surveys.wave for each row execute function surveys.keep_word();
-- Who was asked is asked: a link cannot be called back, and nobody may be told from who is left.
create function surveys.keep_invited() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if current_user = 'wirknetz_app'
       and exists (select from surveys.wave w where w.network = coalesce(new.network, old.network)
                      and w.id = coalesce(new.wave, old.wave) and w.opened_on is not null) then
        raise exception 'promised otherwise' using errcode = 'check_violation', constraint = 'surveys_promise';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_invited before insert or update or delete on surveys.invited for each row execute function surveys.keep_invited();

-- Opens a wave: the questionnaire is copied, members are noted to choose from, the marks of the links are put down in an order
-- that says nothing. `speak_for` holds the organisations of each door, with commas.
create function surveys.open(wanted uuid, on_day date, keys text[], kinds text[], de text[], en text[],
                             doors bytea[], speak_for text[], tickets bytea[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave;
begin
    if not access.is_office() then raise exception 'not here' using errcode = '42501'; end if;
    update surveys.wave w set opened_on = on_day, invited = cardinality(doors), version = w.version + 1
     where w.network = platform.network() and w.id = wanted and w.opened_on is null returning * into place;
    if place.id is null then raise exception 'not here' using errcode = '42501'; end if;
    insert into surveys.question (network, wave, position, key, kind, wording_de, wording_en)
    select place.network, place.id, row_number() over (order by asked.place), asked.key, asked.kind, asked.de, asked.en
      from unnest(keys, kinds, de, en) with ordinality as asked(key, kind, de, en, place);
    insert into surveys.choice (network, wave, organisation, name)
    select o.network, place.id, o.id, o.name from directory.organisation o
     where o.network = place.network
       and (o.coordinator or exists (
            select from directory.membership m
             where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT')
               and coalesce(m.valid_from <= on_day, true) and coalesce(m.valid_to > on_day, true)));
    insert into surveys.door (network, wave, mark, organisations)
    select place.network, place.id, handed.mark, string_to_array(handed.speaks, ',')::uuid[]
      from unnest(doors, speak_for) as handed(mark, speaks) order by handed.mark;
    insert into surveys.ticket (network, wave, mark)
    select place.network, place.id, handed.mark from unnest(tickets) as handed(mark) order by handed.mark;
end $$;

-- What whoever holds a link may read.
create function surveys.for_door(held bytea, right_to_answer bytea, word bytea)
    returns table (wave uuid, title text, purpose text, closes_on date, open boolean, reminders int, answered boolean,
                   asks_ties boolean, spoke boolean)
    language sql stable security definer set search_path = pg_catalog as
$$ select w.id, w.title, w.purpose, w.closes_on, surveys.is_open(w), w.reminders,
          not exists (select from surveys.ticket t where t.network = w.network and t.mark = right_to_answer),
          exists (select from surveys.question q where q.network = w.network and q.wave = w.id and q.kind = 'TIE')
          and exists (select from surveys.choice c where c.network = w.network and c.wave = w.id and c.organisation = any (d.organisations)),
          exists (select from surveys.spoke s where s.network = w.network and s.mark = word)
     from surveys.door d join surveys.wave w on w.network = d.network and w.id = d.wave
    where d.network = platform.network() and d.mark = held $$;
create function surveys.questions_for_door(held bytea) returns table (id uuid, kind text, wording_de text, wording_en text)
    language sql stable security definer set search_path = pg_catalog as
$$ select q.id, q.kind, q.wording_de, q.wording_en
     from surveys.door d join surveys.question q on q.network = d.network and q.wave = d.wave
    where d.network = platform.network() and d.mark = held order by q.position $$;
-- `own`: the link may speak for it. `named`: what this link has said before.
create function surveys.choices_for_door(held bytea, word bytea)
    returns table (organisation uuid, name text, own boolean, speaks boolean, named boolean)
    language sql stable security definer set search_path = pg_catalog as
$$ select c.organisation, c.name, c.organisation = any (d.organisations),
          exists (select from surveys.spoke s where s.network = d.network and s.mark = word and s.organisation = c.organisation),
          exists (select from surveys.told t where t.network = d.network and t.mark = word and t.named = c.organisation)
     from surveys.door d join surveys.choice c on c.network = d.network and c.wave = d.wave
    where d.network = platform.network() and d.mark = held order by platform.fold(c.name), c.organisation $$;

-- The wave a link belongs to, held until the end of the transaction, as long as it is open.
create function surveys.held(by_door bytea) returns surveys.wave language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave;
begin
    perform from surveys.wave w join surveys.door d on d.network = w.network and d.wave = w.id
      where w.network = platform.network() and d.mark = by_door for update of w;
    select w.* into place from surveys.wave w join surveys.door d on d.network = w.network and d.wave = w.id
     where w.network = platform.network() and d.mark = by_door and surveys.is_open(w);
    return place;
end $$;

-- The answers are numbers at once, and the ticket is torn up. All numbers of the wave are written anew in an order drawn by
-- lot, so that no row tells by its transaction or its place which of them the last answers changed.
create function surveys.answer(held bytea, right_to_answer bytea, questions uuid[], answers int[]) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave := surveys.held(held);
begin
    if place.id is null then return false; end if;
    delete from surveys.ticket t where t.network = place.network and t.wave = place.id and t.mark = right_to_answer;
    if not found then return false; end if;
    with gone as (delete from surveys.tally k where k.network = place.network and k.wave = place.id
                  returning k.question, k.value, k.number),
         said as (select given.question, given.value, 1::bigint as number
                    from unnest(questions, answers) as given(question, value)
                    join surveys.question q on q.network = place.network and q.wave = place.id and q.id = given.question
                                           and q.kind = 'STATEMENT')
    insert into surveys.tally (network, wave, question, value, number)
    select place.network, place.id, k.question, k.value, sum(k.number)
      from (select * from gone union all select * from said) k
     group by k.question, k.value order by random();
    return true;
end $$;

-- What the link says for one of its organisations, in the place of what it said before.
create function surveys.tell(held bytea, word bytea, speaker uuid, names uuid[]) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave := surveys.held(held);
begin
    if place.id is null then return false; end if;
    if not exists (select from surveys.door d where d.network = place.network and d.mark = held and speaker = any (d.organisations))
       or not exists (select from surveys.question q where q.network = place.network and q.wave = place.id and q.kind = 'TIE') then
        raise exception 'not here' using errcode = '42501';
    end if;
    delete from surveys.spoke s where s.network = place.network and s.wave = place.id and s.mark = word;
    insert into surveys.spoke (network, wave, mark, organisation) values (place.network, place.id, word, speaker);
    insert into surveys.told (network, mark, named)
    select place.network, word, c.organisation from surveys.choice c
     where c.network = place.network and c.wave = place.id and c.organisation = any (names) and c.organisation <> speaker
     order by random();
    return true;
end $$;
create function surveys.unsay(held bytea, word bytea) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave := surveys.held(held);
begin
    if place.id is null then return false; end if;
    delete from surveys.spoke s where s.network = place.network and s.wave = place.id and s.mark = word;
    return found;
end $$;

-- How many have answered, to the office.
create function surveys.progress(wanted uuid) returns table (answered bigint, spoke bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select w.invited - (select count(*) from surveys.ticket t where t.network = w.network and t.wave = w.id),
          (select count(distinct s.organisation) from surveys.spoke s where s.network = w.network and s.wave = w.id)
     from surveys.wave w
    where w.network = platform.network() and w.id = wanted and w.opened_on is not null and w.closed_on is null and access.is_office() $$;

-- For reminders, asked by the clock: which of these marks are still unused. Who holds the key of the installation can make the
-- marks; the database alone cannot.
create function surveys.unused(wanted uuid, marks bytea[]) returns setof bytea
    language sql stable security definer set search_path = pg_catalog as
$$ select t.mark from surveys.ticket t
    where t.network = platform.network() and t.wave = wanted and t.mark = any (marks) and platform.works_alone() $$;
-- The sums become figures where at least five have judged and at least a fifth of those asked has answered; everything else is
-- deleted. The office closes, or whoever comes first after the last day.
create function surveys.close(wanted uuid, on_day date) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave;
    came  int;
begin
    select w.* into place from surveys.wave w where w.network = platform.network() and w.id = wanted for update;
    if place.id is null or place.opened_on is null or not (access.is_office() or place.closes_on < on_day) then
        raise exception 'not here' using errcode = '42501';
    end if;
    if place.closed_on is not null then return false; end if;
    came := place.invited - (select count(*) from surveys.ticket t where t.network = place.network and t.wave = place.id);
    if came * 5 >= place.invited then
        insert into surveys.figure (network, wave, question, raters, unknown, said_1, said_2, said_3, said_4, said_5)
        select place.network, place.id, k.question, sum(k.number) filter (where k.value > 0),
               coalesce(sum(k.number) filter (where k.value = 0), 0), coalesce(sum(k.number) filter (where k.value = 1), 0),
               coalesce(sum(k.number) filter (where k.value = 2), 0), coalesce(sum(k.number) filter (where k.value = 3), 0),
               coalesce(sum(k.number) filter (where k.value = 4), 0), coalesce(sum(k.number) filter (where k.value = 5), 0)
          from surveys.tally k where k.network = place.network and k.wave = place.id
         group by k.question having sum(k.number) filter (where k.value > 0) >= 5;
    end if;
    insert into surveys.teller (network, wave, organisation)
    select distinct s.network, s.wave, s.organisation from surveys.spoke s where s.network = place.network and s.wave = place.id;
    insert into surveys.tie (network, wave, teller, named)
    select distinct s.network, s.wave, s.organisation, t.named
      from surveys.spoke s join surveys.told t on t.mark = s.mark
     where s.network = place.network and s.wave = place.id and t.named <> s.organisation;
    delete from surveys.tally k where k.network = place.network and k.wave = place.id;
    delete from surveys.ticket t where t.network = place.network and t.wave = place.id;
    delete from surveys.spoke s where s.network = place.network and s.wave = place.id;
    delete from surveys.door d where d.network = place.network and d.wave = place.id;
    delete from surveys.invited i where i.network = place.network and i.wave = place.id;
    update surveys.wave w set closed_on = on_day, answered = came, version = w.version + 1
     where w.network = place.network and w.id = place.id;
    return true;
end $$;

-- Two cards of one organisation became one: what was told is about the one that stays. A tie with itself is none.
create function surveys.merge(kept uuid, dropped uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.is_inside() then raise exception 'not here' using errcode = '42501'; end if;
    update surveys.invited i set organisations = array(select distinct unnest(array_replace(i.organisations, dropped, kept)))
     where i.network = platform.network() and dropped = any (i.organisations);
    update surveys.door d set organisations = array(select distinct unnest(array_replace(d.organisations, dropped, kept)))
     where d.network = platform.network() and dropped = any (d.organisations);
    update surveys.spoke s set organisation = kept where s.network = platform.network() and s.organisation = dropped;
    delete from surveys.told t where t.network = platform.network() and t.named = dropped
       and exists (select from surveys.told o where o.mark = t.mark and o.named = kept);
    update surveys.told t set named = kept where t.network = platform.network() and t.named = dropped;
    delete from surveys.choice c where c.network = platform.network() and c.organisation = dropped
       and exists (select from surveys.choice o where o.network = c.network and o.wave = c.wave and o.organisation = kept);
    update surveys.choice c set organisation = kept where c.network = platform.network() and c.organisation = dropped;
    delete from surveys.teller t where t.network = platform.network() and t.organisation = dropped
       and exists (select from surveys.teller o where o.network = t.network and o.wave = t.wave and o.organisation = kept);
    update surveys.teller t set organisation = kept where t.network = platform.network() and t.organisation = dropped;
    delete from surveys.tie t where t.network = platform.network() and dropped in (t.teller, t.named)
       and (kept in (t.teller, t.named)
            or exists (select from surveys.tie o
                        where o.network = t.network and o.wave = t.wave
                          and o.teller = case when t.teller = dropped then kept else t.teller end
                          and o.named = case when t.named = dropped then kept else t.named end));
    update surveys.tie t set teller = kept where t.network = platform.network() and t.teller = dropped;
    update surveys.tie t set named = kept where t.network = platform.network() and t.named = dropped;
end $$;
-- The person is gone or has become another card.
create function surveys.person_became(dropped uuid, kept uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.is_inside() then raise exception 'not here' using errcode = '42501'; end if;
    update surveys.invited i set person = kept
     where i.network = platform.network() and i.person = dropped
       and not exists (select from surveys.invited o where o.network = i.network and o.wave = i.wave and o.person = kept);
end $$;

-- The language of somebody with a seat here.
create function surveys.language_of(address text) returns text language sql stable security definer set search_path = pg_catalog
    as $$ select a.locale from access.account a
           where lower(a.email) = lower(address) and not a.disabled
             and exists (select from access.seat s where s.network = platform.network() and s.account = a.id)
           limit 1 $$;

revoke execute on all functions in schema surveys from public;
grant execute on function surveys.is_open(surveys.wave),
    surveys.open(uuid, date, text[], text[], text[], text[], bytea[], text[], bytea[]),
    surveys.for_door(bytea, bytea, bytea), surveys.questions_for_door(bytea), surveys.choices_for_door(bytea, bytea),
    surveys.answer(bytea, bytea, uuid[], int[]), surveys.tell(bytea, bytea, uuid, uuid[]), surveys.unsay(bytea, bytea),
    surveys.progress(uuid), surveys.unused(uuid, bytea[]), surveys.close(uuid, date), surveys.merge(uuid, uuid), surveys.person_became(uuid, uuid),
    surveys.language_of(text) to wirknetz_app;

-- What the network check may compare with what it sees. For the office, as the rows are.
create view surveys.wave_card with (security_invoker = true) as
select network, id, title, opened_on, closed_on, invited, answered from surveys.wave where closed_on is not null;
create view surveys.choice_card with (security_invoker = true) as
select network, wave, organisation, name from surveys.choice;
create view surveys.teller_card with (security_invoker = true) as select network, wave, organisation from surveys.teller;
create view surveys.tie_card with (security_invoker = true) as select network, wave, teller, named from surveys.tie;
grant select on surveys.wave_card, surveys.choice_card, surveys.teller_card, surveys.tie_card to wirknetz_app;
