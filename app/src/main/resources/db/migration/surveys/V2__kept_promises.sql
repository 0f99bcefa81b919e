-- What is promised before the first question holds against mails that were sent, cards that are changed later, and waves
-- that follow one another. See decision 0270.

-- The address that was asked, as a hash: only to it a reminder goes.
alter table surveys.invited add column address bytea check (length(address) = 32);
alter table surveys.invited disable trigger user;
update surveys.invited i set address = sha256(convert_to(a.email, 'UTF8'))
  from directory.person_address_card a, surveys.wave w
 where a.network = i.network and a.person = i.person and w.network = i.network and w.id = i.wave and w.opened_on is not null;
alter table surveys.invited enable trigger user;

-- Nobody asks any more who has not answered.
drop function surveys.unused(uuid, bytea[]);

-- As before, but one wave at a time and four weeks apart: of two waves on the same days with one person less, the difference
-- is that person's sheet.
create or replace function surveys.open(wanted uuid, on_day date, keys text[], kinds text[], de text[], en text[],
                                        doors bytea[], speak_for text[], tickets bytea[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave;
begin
    if not access.is_office() or on_day <> platform.today() and not platform.works_alone() then
        raise exception 'not here' using errcode = '42501';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('surveys/' || platform.network(), 0));
    if exists (select from surveys.wave w
                where w.network = platform.network() and w.id <> wanted and w.opened_on is not null
                  and (w.closed_on is null or w.closed_on > on_day - 28)) then
        raise exception 'too soon' using errcode = 'check_violation', constraint = 'surveys_too_soon';
    end if;
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

-- All that was told in a wave is written anew in an order drawn by lot, so that no row tells by its transaction or its place
-- when an organisation spoke.
create function surveys.shuffle(place surveys.wave) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    marks bytea[];
    speakers uuid[];
    told_by bytea[];
    names uuid[];
begin
    select array_agg(s.mark), array_agg(s.organisation) into marks, speakers
      from (select s.mark, s.organisation from surveys.spoke s
             where s.network = place.network and s.wave = place.id order by random()) s;
    select array_agg(t.mark), array_agg(t.named) into told_by, names
      from (select t.mark, t.named from surveys.told t join surveys.spoke s on s.mark = t.mark
             where s.network = place.network and s.wave = place.id order by random()) t;
    delete from surveys.spoke s where s.network = place.network and s.wave = place.id;
    insert into surveys.spoke (network, wave, mark, organisation)
    select place.network, place.id, s.mark, s.organisation from unnest(marks, speakers) as s(mark, organisation);
    insert into surveys.told (network, mark, named)
    select place.network, t.mark, t.named from unnest(told_by, names) as t(mark, named);
end $$;
create or replace function surveys.tell(held bytea, word bytea, speaker uuid, names uuid[]) returns boolean
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
     where c.network = place.network and c.wave = place.id and c.organisation = any (names) and c.organisation <> speaker;
    perform surveys.shuffle(place);
    return true;
end $$;
create or replace function surveys.unsay(held bytea, word bytea) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave := surveys.held(held);
    was_there boolean;
begin
    if place.id is null then return false; end if;
    delete from surveys.spoke s where s.network = place.network and s.wave = place.id and s.mark = word;
    was_there := found;
    perform surveys.shuffle(place);
    return was_there;
end $$;

-- How many have answered, to the office, in steps of five: from one to the next nobody can watch a single person answer.
create or replace function surveys.progress(wanted uuid) returns table (answered bigint, spoke bigint)
    language sql stable security definer set search_path = pg_catalog as
$$ select (w.invited - (select count(*) from surveys.ticket t where t.network = w.network and t.wave = w.id)) / 5 * 5,
          (select count(distinct s.organisation) from surveys.spoke s where s.network = w.network and s.wave = w.id) / 5 * 5
     from surveys.wave w
    where w.network = platform.network() and w.id = wanted and w.opened_on is not null and w.closed_on is null and access.is_office() $$;

-- The sums become figures where at least five have judged, not all the same, and at least a fifth of those asked has answered;
-- everything else is deleted, the memory behind undo too. The office closes, today, or the clock after the last day.
create or replace function surveys.close(wanted uuid, on_day date) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    place surveys.wave;
    came  int;
begin
    if not access.is_office() or on_day <> platform.today() and not platform.works_alone() then
        raise exception 'not here' using errcode = '42501';
    end if;
    select w.* into place from surveys.wave w where w.network = platform.network() and w.id = wanted for update;
    if place.id is null or place.opened_on is null then raise exception 'not here' using errcode = '42501'; end if;
    if place.closed_on is not null then return false; end if;
    came := place.invited - (select count(*) from surveys.ticket t where t.network = place.network and t.wave = place.id);
    if came * 5 >= place.invited then
        insert into surveys.figure (network, wave, question, raters, unknown, said_1, said_2, said_3, said_4, said_5)
        select place.network, place.id, k.question, sum(k.number) filter (where k.value > 0),
               coalesce(sum(k.number) filter (where k.value = 0), 0), coalesce(sum(k.number) filter (where k.value = 1), 0),
               coalesce(sum(k.number) filter (where k.value = 2), 0), coalesce(sum(k.number) filter (where k.value = 3), 0),
               coalesce(sum(k.number) filter (where k.value = 4), 0), coalesce(sum(k.number) filter (where k.value = 5), 0)
          from surveys.tally k where k.network = place.network and k.wave = place.id
         group by k.question
        having sum(k.number) filter (where k.value > 0) >= 5
           and max(k.number) filter (where k.value > 0) < sum(k.number) filter (where k.value > 0);
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
    delete from platform.revision r
     where r.network = place.network and r.relation = 'surveys.invited'
       and coalesce(r.after, r.before) ->> 'wave' = place.id::text;
    update surveys.wave w set closed_on = on_day, answered = came, version = w.version + 1
     where w.network = place.network and w.id = place.id;
    return true;
end $$;
-- Of waves that were closed before.
delete from platform.revision r using surveys.wave w
 where r.network = w.network and r.relation = 'surveys.invited' and w.closed_on is not null
   and coalesce(r.after, r.before) ->> 'wave' = w.id::text;

-- Only the office makes two cards one.
create or replace function surveys.merge(kept uuid, dropped uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.is_office() then raise exception 'not here' using errcode = '42501'; end if;
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
create or replace function surveys.person_became(dropped uuid, kept uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not access.is_office() then raise exception 'not here' using errcode = '42501'; end if;
    update surveys.invited i set person = kept
     where i.network = platform.network() and i.person = dropped
       and not exists (select from surveys.invited o where o.network = i.network and o.wave = i.wave and o.person = kept);
end $$;

revoke execute on function surveys.shuffle(surveys.wave) from public;
