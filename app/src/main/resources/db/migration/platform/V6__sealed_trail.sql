-- The trail is sealed in batches, per network: each seal holds the hash of its lines and of the seal before. Whoever
-- changes, removes or slips in a line breaks a seal. Lines outside any network belong to the network of zeros.
create table platform.trail_seal (
    network   uuid not null,
    number    bigint not null,
    after_id  bigint not null,
    last_id   bigint not null,
    lines     bigint not null,
    hash      bytea not null,
    sealed_at timestamptz not null default now(),
    primary key (network, number),
    check (after_id < last_id)
);
create index on platform.trail_seal (last_id);
alter table platform.trail_seal enable row level security;
create policy own_network on platform.trail_seal for select using (network = (select platform.network()));
grant select on platform.trail_seal to wirknetz_app;

-- The last line that is certain not to be overtaken: numbers are given before transactions end, so for a moment nobody
-- may be writing. Gives up at once where somebody writes for long; the next round will do.
create function platform.trail_horizon() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform set_config('lock_timeout', '200ms', true);
    lock table platform.trail in share mode;
    return (select max(id) from platform.trail);
exception when lock_not_available then
    return null;
end $$;

create function platform.trail_hash(place uuid, after bigint, through bigint, before bytea, out lines bigint, out hash bytea)
    language plpgsql stable set search_path = pg_catalog as $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    written text;
begin
    -- Two questions, so that each finds its index.
    if place = nobody then
        select count(*), string_agg(concat_ws('|', t.id, t.account, t.change, extract(epoch from t.at), t.relation, t.record, t.verb), e'\n' order by t.id)
          into lines, written from platform.trail t where t.network is null and t.id > after and t.id <= through;
    else
        select count(*), string_agg(concat_ws('|', t.id, t.account, t.change, extract(epoch from t.at), t.relation, t.record, t.verb), e'\n' order by t.id)
          into lines, written from platform.trail t where t.network = place and t.id > after and t.id <= through;
    end if;
    hash := sha256(before || convert_to(coalesce(written, ''), 'UTF8'));
end $$;

-- Seals at most 20,000 lines up to the horizon and says which seals are new; none when everything is sealed.
create function platform.seal_trail(horizon bigint) returns setof platform.trail_seal
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    first  constant bigint := '-9223372036854775808'; -- a line slipped in below number 1 is one, too
    sealed bigint;
    slice  bigint;
    place  uuid;
    last   platform.trail_seal;
    fresh  platform.trail_seal;
begin
    if not pg_try_advisory_xact_lock(hashtext('platform.trail_seal')) then
        return; -- another node is at it
    end if;
    select coalesce(max(s.last_id), 0) into sealed from platform.trail_seal s;
    select max(id) into slice
      from (select t.id from platform.trail t where t.id > sealed and t.id <= horizon order by t.id limit 20000) next;
    if slice is null then
        return;
    end if;
    for place in select distinct coalesce(t.network, nobody) from platform.trail t where t.id > sealed and t.id <= slice loop
        last := null;
        select * into last from platform.trail_seal s where s.network = place order by s.number desc limit 1;
        fresh.network := place;
        fresh.number := coalesce(last.number, 0) + 1;
        fresh.after_id := coalesce(last.last_id, first);
        fresh.last_id := slice;
        select * into fresh.lines, fresh.hash
          from platform.trail_hash(place, fresh.after_id, slice, coalesce(last.hash, sha256(convert_to(place::text, 'UTF8'))));
        fresh.sealed_at := now();
        insert into platform.trail_seal values (fresh.*);
        return next fresh;
    end loop;
end $$;

-- Every seal that does not hold, and lines below the last seal that none covers (number null).
create function platform.broken_seals() returns table (network uuid, number bigint, after_id bigint, last_id bigint)
    language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    first  constant bigint := '-9223372036854775808';
    seal   platform.trail_seal;
    last   platform.trail_seal;
    found_lines bigint;
    found_hash  bytea;
begin
    for seal in select * from platform.trail_seal s order by s.network, s.number loop
        if last.network is distinct from seal.network then
            last := null;
        end if;
        select * into found_lines, found_hash
          from platform.trail_hash(seal.network, seal.after_id, seal.last_id, coalesce(last.hash, sha256(convert_to(seal.network::text, 'UTF8'))));
        if found_lines <> seal.lines or found_hash <> seal.hash
           or seal.number <> coalesce(last.number, 0) + 1 or seal.after_id <> coalesce(last.last_id, first) then
            return query select seal.network, seal.number, seal.after_id, seal.last_id;
        end if;
        last := seal;
    end loop;
    return query
    select coalesce(t.network, nobody), null::bigint, min(t.id) - 1, max(t.id)
      from platform.trail t
     where t.id <= (select max(s.last_id) from platform.trail_seal s)
       and t.id > coalesce((select max(s.last_id) from platform.trail_seal s where s.network = coalesce(t.network, nobody)), 0)
     group by 1;
end $$;

revoke execute on function platform.trail_horizon(), platform.trail_hash(uuid, bigint, bigint, bytea), platform.seal_trail(bigint),
    platform.broken_seals() from public;
grant execute on function platform.trail_horizon(), platform.seal_trail(bigint), platform.broken_seals() to wirknetz_app;
