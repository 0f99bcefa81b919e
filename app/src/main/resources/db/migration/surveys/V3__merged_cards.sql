-- Two cards that became one are remembered beside the waves, and read into them. No row of a wave follows a merge: what was
-- asked and told stays as it was, and taking the merge back takes back this row. See decision 0273.
create table surveys.merged (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    dropped uuid not null,
    kept    uuid not null,
    primary key (network, id),
    unique (network, dropped),
    check (dropped <> kept)
);
select platform.shelter('surveys.merged');
create policy inside_only on surveys.merged as restrictive to wirknetz_app using ((select access.is_inside()));
create policy office_sees on surveys.merged as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy office_adds on surveys.merged as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy office_changes on surveys.merged as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy office_removes on surveys.merged as restrictive for delete to wirknetz_app using ((select access.is_office()));

-- The card that an organisation or a person of then has become. It ends: a card that others are merged into has no row of its own.
create function surveys.stands_for(place uuid, was uuid) returns uuid language plpgsql stable strict set search_path = pg_catalog as $$
declare
    became uuid;
begin
    select m.kept into became from surveys.merged m where m.network = place and m.dropped = was;
    return case when found then surveys.stands_for(place, became) else was end;
end $$;
revoke execute on function surveys.stands_for(uuid, uuid) from public;
grant execute on function surveys.stands_for(uuid, uuid) to wirknetz_app;

drop function surveys.merge(uuid, uuid);
drop function surveys.person_became(uuid, uuid);

-- As organisations are today: the name of then of the card that stayed, a tie with itself is none.
create or replace view surveys.choice_card with (security_invoker = true) as
select distinct on (c.network, c.wave, surveys.stands_for(c.network, c.organisation))
       c.network, c.wave, surveys.stands_for(c.network, c.organisation) as organisation, c.name
  from surveys.choice c
 order by c.network, c.wave, surveys.stands_for(c.network, c.organisation),
          c.organisation <> surveys.stands_for(c.network, c.organisation), c.name, c.organisation;
create or replace view surveys.teller_card with (security_invoker = true) as
select distinct t.network, t.wave, surveys.stands_for(t.network, t.organisation) as organisation from surveys.teller t;
create or replace view surveys.tie_card with (security_invoker = true) as
select distinct t.network, t.wave, surveys.stands_for(t.network, t.teller) as teller, surveys.stands_for(t.network, t.named) as named
  from surveys.tie t
 where surveys.stands_for(t.network, t.teller) <> surveys.stands_for(t.network, t.named);
