-- Who has had their say is written by the transaction that writes what they said; the number of a transaction can be asked of
-- every row, and so can its place. So all who took part are written anew each time, in an order drawn by lot, as the slips
-- of a secret ballot are.
create function rounds.took_part_too(place rounds.round, said text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform from rounds.round r where r.network = place.network and r.id = place.id for update;
    insert into rounds.took_part (network, round, account, what) values (place.network, place.id, platform.account(), said);
    with gone as (delete from rounds.took_part t where t.network = place.network and t.round = place.id
                  returning t.account, t.what)
    insert into rounds.took_part (network, round, account, what)
    select place.network, place.id, gone.account, gone.what from gone order by random();
end $$;
revoke execute on function rounds.took_part_too(rounds.round, text) from public;

create or replace function rounds.set_dots(wanted uuid, targets uuid[]) returns void
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
    perform rounds.took_part_too(place, 'VOTED');
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

create or replace function rounds.note_rated(wanted uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    place rounds.round;
begin
    select r.* into place from rounds.round r where r.network = platform.network() and r.id = wanted;
    if place.id is null or not rounds.is_open(place) or not access.is_inside() then
        raise exception 'not here' using errcode = '42501';
    end if;
    perform rounds.took_part_too(place, 'RATED');
end $$;
