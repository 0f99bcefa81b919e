-- Pairs as they are bound on a day, and where form and contact part (C11.4): the highest step by pair, and the strongest tie of
-- another kind than an agreement. Whoever asks sees what they may read, as everywhere.
-- Until a grown network has been analysed, the planner takes its agreements for a few and compares each party with each: a page of
-- 3,000 took three seconds. Hashing them is never bad.
create function networkcheck.bound_pairs(on_day date, close integer)
    returns table (one uuid, other uuid, level integer, strength integer, agreement uuid, title text, kind text)
    language sql stable set search_path = pg_catalog set enable_nestloop = off as $$
    with valid as materialized (
        select a.id, a.binding, a.title from agreements.agreement_card a
         where a.network = platform.network() and a.concluded_on <= on_day
           and (a.ended_on is null or a.ended_on > on_day) and (a.valid_to is null or a.valid_to > on_day)
    ), side as materialized (
        select p.agreement, p.organisation from agreements.party_card p where p.network = platform.network()
    ), bound as (
        select p.organisation as one, q.organisation as other, max(a.binding)::integer as level,
               (array_agg(a.id order by a.binding desc, a.id))[1] as agreement,
               (array_agg(a.title order by a.binding desc, a.id))[1] as title
          from valid a
          join side p on p.agreement = a.id
          join side q on q.agreement = a.id and q.organisation > p.organisation
         group by 1, 2
    ), met as (
        select least(t.from_organisation, t.to_organisation) as one,
               greatest(t.from_organisation, t.to_organisation) as other, max(coalesce(t.strength, 1))::integer as strength
          from networkcheck.tie t
         where t.network = platform.network() and t.kind <> 'AGREEMENT'
           and (t.valid_from is null or t.valid_from <= on_day) and (t.valid_to is null or t.valid_to > on_day)
         group by 1, 2
    )
    select one, other, bound.level, met.strength, bound.agreement, bound.title,
           case when bound.level is null then 'informal' when met.strength is null then 'paper' else 'both' end
      from bound full join met using (one, other)
     where bound.level is not null or met.strength >= close
$$;
