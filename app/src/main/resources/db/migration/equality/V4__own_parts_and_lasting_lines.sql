-- Who handed in: what one hand handed in for several organisations is one part, known to one reader. The office is one hand,
-- whoever of it types. After publishing it is forgotten.
alter table equality.answered add column hand uuid;
update equality.answered set hand = case when itself then organisation else '00000000-0000-0000-0000-000000000000' end;
alter table equality.answered alter column hand set not null;

-- A line stays the same under another name: what was published of it before is found by this, not by the name.
create function equality.normal(name text) returns text language sql immutable parallel safe strict set search_path = pg_catalog as
$$ select coalesce(nullif(regexp_replace(platform.fold(name), '[^a-z0-9]+', '', 'g'), ''), name) $$;
alter table equality.line add column strand uuid not null default gen_random_uuid();
-- Declared to be something else than all that was published.
alter table equality.line add column anew boolean not null default false;
with numbered as (
    select l.network, l.id, c.definition, c.subject, l.measure, c.reporting_on, equality.normal(l.name) as name,
           row_number() over (partition by l.collection, l.measure, equality.normal(l.name) order by l.position) as place
      from equality.line l join equality.collection c on c.network = l.network and c.id = l.collection
), joined as (
    select network, id, first_value(id) over (partition by network, definition, subject, measure, name, place
                                              order by reporting_on, id) as strand from numbered
)
update equality.line l set strand = j.strand from joined j where j.network = l.network and j.id = l.id;
alter table equality.line add constraint line_once unique (network, collection, strand);

-- Of how many organisations the office typed the numbers: it knows these.
alter table equality.release add column typed int check (typed >= 0);
-- It came from an archive, in which the counts it was made from are not.
alter table equality.release add column restored boolean not null default false;
-- What is closed takes no declarations, and may come from an archive.
create or replace function equality.keep_word() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if new.mode = 'INDIVIDUAL' and new.closed_on is null and not exists (
        select from equality.setting s where s.network = new.network and s.individual_since is not null) then
        raise exception 'not assessed' using errcode = 'check_violation', constraint = 'equality_individual';
    end if;
    return new;
end $$;

-- What single contributors gave to a published number, so that the next one can be guarded: of people and times the two largest
-- parts without whose they are, of money what each organisation gave. Nobody reads it but the disclosure control.
create table equality.part (
    network      uuid not null references access.network,
    collection   uuid not null,
    line         uuid not null,
    organisation uuid,
    place        text not null check (length(place) between 1 and 40),
    rank         int not null check (rank between 1 and 100000),
    number       bigint not null check (number between 1 and 10000000000000),
    unique (network, line, place, rank),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade,
    foreign key (network, line) references equality.line (network, id) on delete cascade
);
create index on equality.part (network, collection);
alter table equality.part enable row level security;
do $$ begin
    execute format('create policy maintenance on equality.part to %I using (true) with check (true)', current_user);
end $$;
-- Nobody has a policy: there is nothing to see.
grant select on equality.part to wirknetz_app;

-- Whether an organisation belonged to the network on a day.
create function equality.was_member(who uuid, on_day date) returns boolean
    language sql stable security definer set search_path = pg_catalog as
$$ select exists (select from directory.membership m
                   where m.network = platform.network() and m.organisation = who and m.status in ('ACTIVE', 'DORMANT')
                     and daterange(m.valid_from, m.valid_to) @> on_day) $$;

create or replace function equality.enter(wanted uuid, who uuid, answers text[], numbers bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place equality.line := equality.open_line(wanted, 'COUNTS');
    own   boolean := access.works_for(who);
begin
    if place.id is null or not (own or access.is_office())
       or not exists (select from equality.collection c where c.network = place.network and c.id = place.collection
                         and equality.was_member(who, c.reporting_on))
       or not own and exists (select from equality.answered a where a.network = place.network
                               and a.collection = place.collection and a.organisation = who and a.itself) then
        raise exception 'not here' using errcode = '42501';
    end if;
    delete from equality.count k where k.network = place.network and k.line = place.id and k.organisation = who;
    insert into equality.count (network, collection, line, organisation, answer, number)
    select place.network, place.collection, place.id, who, given.answer, given.number
      from unnest(answers, numbers) as given(answer, number) where given.number > 0;
    insert into equality.answered (network, collection, organisation, itself, hand)
    values (place.network, place.collection, who, own,
            case when access.is_office() then '00000000-0000-0000-0000-000000000000' else platform.account() end)
    on conflict (network, collection, organisation) do update set itself = excluded.itself, hand = excluded.hand;
end $$;

drop function equality.tally(uuid);
-- The one way out for counts, of closed collections only: the disclosure control asks, nobody else.
create function equality.tally(wanted uuid) returns table (line uuid, organisation uuid, hand uuid, answer text, number bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select k.line, k.organisation, a.hand, k.answer, k.number
     from equality.count k join equality.collection c on c.network = k.network and c.id = k.collection
     left join equality.answered a on a.network = k.network and a.collection = k.collection and a.organisation = k.organisation
    where k.network = platform.network() and k.collection = wanted and c.closed_on is not null and access.is_office() $$;

create function equality.parts(wanted uuid) returns table (line uuid, organisation uuid, place text, number bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select p.line, p.organisation, p.place, p.number
     from equality.part p join equality.collection c on c.network = p.network and c.id = p.collection
    where p.network = platform.network() and p.collection = wanted and c.closed_on is not null and access.is_office() $$;

-- With the parts of what was published, once; whose hand it was is forgotten.
create function equality.keep_parts(wanted uuid, lines uuid[], organisations uuid[], places text[], ranks int[], numbers bigint[])
    returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.is_office()
       or not exists (select from equality.release r where r.network = platform.network() and r.collection = wanted) then
        raise exception 'not here' using errcode = '42501';
    end if;
    delete from equality.part p where p.network = platform.network() and p.collection = wanted;
    insert into equality.part (network, collection, line, organisation, place, rank, number)
    select platform.network(), wanted, given.line, given.organisation, given.place, given.rank, given.number
      from unnest(lines, organisations, places, ranks, numbers) as given(line, organisation, place, rank, number)
     where exists (select from equality.line l
                    where l.network = platform.network() and l.collection = wanted and l.id = given.line);
    update equality.answered a set hand = a.organisation where a.network = platform.network() and a.collection = wanted;
end $$;

-- Of what was published, what a line was stays as it was published.
create function equality.keep_lines() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from equality.release r where r.network = old.network and r.collection = old.collection) then
        raise exception 'published' using errcode = 'check_violation', constraint = 'equality_published';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_lines before update or delete on equality.line for each row execute function equality.keep_lines();

revoke execute on all functions in schema equality from public;
grant execute on function equality.normal(text), equality.was_member(uuid, date), equality.tally(uuid), equality.parts(uuid),
    equality.keep_parts(uuid, uuid[], uuid[], text[], int[], bigint[]) to wirknetz_app;
