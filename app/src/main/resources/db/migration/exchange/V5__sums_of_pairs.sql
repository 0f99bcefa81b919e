-- What one gave another in all, added up whenever a contribution is written, so that thousands of pairs are read and not
-- summed (docs/decisions/0180). A favour counts half after 365.2425 days: such sums age together. Kept is what they would
-- have weighed on 1 January 2026; whoever reads multiplies all by one number.
create table exchange.pair_sum (
    network           uuid not null references access.network,
    giver             uuid not null,
    receiver          uuid not null,
    times             int not null,
    dated             float8 not null,
    undated           float8 not null,
    reminding_dated   float8 not null,
    reminding_undated float8 not null,
    oldest            date,
    latest            date,
    primary key (network, giver, receiver)
);
create index on exchange.pair_sum (network, receiver);
alter table exchange.pair_sum enable row level security;
create policy own_network on exchange.pair_sum using (network = (select platform.network())) with check (network = (select platform.network()));
create policy pairs_only on exchange.pair_sum as restrictive to wirknetz_app
    using ((select access.is_office()) or giver = any ((select exchange.own())::uuid[]) or receiver = any ((select exchange.own())::uuid[]));
grant select on exchange.pair_sum to wirknetz_app;

-- What counts of each pair. `reminds` leaves structural givers in: whether somebody is one, is asked when reading.
create view exchange.counted with (security_invoker = true) as
select network, giver, receiver, given_on, weight::float8 as weight, requested and not no_return as reminds,
       case when given_on is not null then weight::float8 * power(2::float8, (given_on - date '2026-01-01')::float8 / 365.2425) end as aged
  from exchange.contribution
 where state = 'CONFIRMED' and not gift and weight > 0;

grant select on exchange.counted to wirknetz_app;

-- Pairs are summed anew, never counted up and down: whatever was wrong before is right afterwards. Runs as the owner, since
-- nobody else may write sums.
create function exchange.sum_pairs(networks uuid[], givers uuid[], receivers uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    -- Who comes second waits here, and then adds up what the first has written, too.
    insert into exchange.pair_sum (network, giver, receiver, times, dated, undated, reminding_dated, reminding_undated)
    select pair.network, pair.giver, pair.receiver, 0, 0, 0, 0, 0
      from unnest(networks, givers, receivers) as pair (network, giver, receiver)
     order by 1, 2, 3
    on conflict (network, giver, receiver) do update set times = pair_sum.times;
    update exchange.pair_sum s
       set times = summed.times, dated = summed.dated, undated = summed.undated, reminding_dated = summed.reminding_dated,
           reminding_undated = summed.reminding_undated, oldest = summed.oldest, latest = summed.latest
      from (select pair.network, pair.giver, pair.receiver, count(c.network) as times,
                   coalesce(sum(c.aged), 0) as dated,
                   coalesce(sum(c.weight) filter (where c.given_on is null), 0) as undated,
                   coalesce(sum(c.aged) filter (where c.reminds), 0) as reminding_dated,
                   coalesce(sum(c.weight) filter (where c.reminds and c.given_on is null), 0) as reminding_undated,
                   min(c.given_on) filter (where c.reminds) as oldest, max(c.given_on) as latest
              from unnest(networks, givers, receivers) as pair (network, giver, receiver)
              left join exchange.counted c on c.network = pair.network and c.giver = pair.giver and c.receiver = pair.receiver
             group by pair.network, pair.giver, pair.receiver) summed
     where s.network = summed.network and s.giver = summed.giver and s.receiver = summed.receiver;
    delete from exchange.pair_sum s
     using unnest(networks, givers, receivers) as pair (network, giver, receiver)
     where s.network = pair.network and s.giver = pair.giver and s.receiver = pair.receiver and s.times = 0;
end $$;
revoke execute on function exchange.sum_pairs(uuid[], uuid[], uuid[]) from public;

create function exchange.sum_touched_pairs() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    networks  uuid[];
    givers    uuid[];
    receivers uuid[];
begin
    if tg_op = 'INSERT' then
        select array_agg(t.network), array_agg(t.giver), array_agg(t.receiver) into networks, givers, receivers
          from (select distinct network, giver, receiver from written) t;
    elsif tg_op = 'DELETE' then
        select array_agg(t.network), array_agg(t.giver), array_agg(t.receiver) into networks, givers, receivers
          from (select distinct network, giver, receiver from gone) t;
    else
        select array_agg(t.network), array_agg(t.giver), array_agg(t.receiver) into networks, givers, receivers
          from (select network, giver, receiver from written union select network, giver, receiver from gone) t;
    end if;
    if networks is not null then
        perform exchange.sum_pairs(networks, givers, receivers);
    end if;
    return null;
end $$;
create trigger sum_insert after insert on exchange.contribution referencing new table as written
    for each statement execute function exchange.sum_touched_pairs();
create trigger sum_update after update on exchange.contribution referencing old table as gone new table as written
    for each statement execute function exchange.sum_touched_pairs();
create trigger sum_delete after delete on exchange.contribution referencing old table as gone
    for each statement execute function exchange.sum_touched_pairs();

select exchange.sum_pairs(array_agg(t.network), array_agg(t.giver), array_agg(t.receiver))
  from (select distinct network, giver, receiver from exchange.contribution) t
having count(*) > 0;
