-- Sums over many organisations are larger than what one of them may give.
alter table equality.count drop constraint count_number_check;
alter table equality.count add constraint count_number_check check (number between 0 and 10000000000000);

-- Who answered itself is not overwritten by the office. Of what is there nobody can say who typed it.
alter table equality.answered add column itself boolean not null default true;
alter table equality.answered alter column itself drop default;

-- Whoever answers and whoever closes wait for each other: no answer comes to a collection that was just closed.
create or replace function equality.open_line(wanted uuid, how text) returns equality.line
    language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    place equality.line;
begin
    perform from equality.collection c join equality.line l on l.network = c.network and l.collection = c.id
      where l.network = platform.network() and l.id = wanted and c.mode = how and c.closed_on is null for share of c;
    if found then
        select l.* into place from equality.line l where l.network = platform.network() and l.id = wanted;
    end if;
    return place;
end $$;

-- What came after a collection was closed is in no number; nobody consented to its lying there.
delete from equality.declaration d using equality.collection c
 where c.network = d.network and c.id = d.collection and c.closed_on is not null;

-- An organisation's counts for one line, in the place of those it gave before. The office types for those that tell it on
-- paper, and never over what an organisation gave itself.
create or replace function equality.enter(wanted uuid, who uuid, answers text[], numbers bigint[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place equality.line := equality.open_line(wanted, 'COUNTS');
    own   boolean := access.works_for(who);
begin
    if place.id is null or not (own or access.is_office())
       or not exists (select from directory.organisation o where o.network = place.network and o.id = who)
       or not own and exists (select from equality.answered a where a.network = place.network
                               and a.collection = place.collection and a.organisation = who and a.itself) then
        raise exception 'not here' using errcode = '42501';
    end if;
    delete from equality.count k where k.network = place.network and k.line = place.id and k.organisation = who;
    insert into equality.count (network, collection, line, organisation, answer, number)
    select place.network, place.collection, place.id, who, given.answer, given.number
      from unnest(answers, numbers) as given(answer, number) where given.number > 0;
    insert into equality.answered (network, collection, organisation, itself)
    values (place.network, place.collection, who, own)
    on conflict (network, collection, organisation) do update set itself = excluded.itself;
end $$;
