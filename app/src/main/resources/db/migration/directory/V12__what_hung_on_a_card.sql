-- What was taken off a card, for its history. Row-level security reads every row of the memory before it lets a comparison of
-- JSON look at it, so no index helps whoever asks under it. This tells identities only, of the directory only; what stood in
-- them is read under the rules as before.
create function directory.taken_from(card uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select r.record from platform.revision r
     where r.network = platform.network() and r.after is null and r.relation like 'directory.%'
       and r.before ->> 'organisation' = card::text
    union
    select r.record from platform.revision r
     where r.network = platform.network() and r.after is null and r.relation like 'directory.%'
       and r.before ->> 'person' = card::text $$;
revoke execute on function directory.taken_from(uuid) from public;
grant execute on function directory.taken_from(uuid) to wirknetz_app;
