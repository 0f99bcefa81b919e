-- Half-year reports: the office's own words while one is prepared, and the reports as they were frozen.
grant usage on schema reports to wirknetz_app;

create function reports.has_seat() returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select platform.works_alone() or exists (
        select from access.seat s where s.network = platform.network() and s.account = platform.account()) $$;
revoke execute on function reports.has_seat() from public;
grant execute on function reports.has_seat() to wirknetz_app;

create table reports.passage (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    half_year text not null check (half_year between '1900-1' and '2199-2' and length(half_year) = 6 and right(half_year, 2) in ('-1', '-2')),
    part      text not null check (part in ('INTRODUCTION', 'STANDARDS', 'SHAPING', 'SUSTAINING', 'WORK', 'REASONS', 'BOARD')),
    words     text not null check (length(words) between 1 and 4000),
    version   int not null default 1,
    primary key (network, id),
    unique (network, half_year, part)
);
select platform.shelter('reports.passage');

-- One for each half-year, whole and in every language: numbers, sentences, definitions, words. Released once, never taken back:
-- people have read it.
create table reports.report (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    half_year   text not null check (half_year between '1900-1' and '2199-2' and length(half_year) = 6 and right(half_year, 2) in ('-1', '-2')),
    as_of       date not null,
    frozen_on   date not null,
    released_on date check (released_on >= frozen_on),
    content     text not null check (length(content) between 1 and 1000000),
    version     int not null default 1,
    primary key (network, id),
    unique (network, half_year)
);
select platform.shelter('reports.report');

do $$
declare place text;
begin
    foreach place in array array['passage', 'report'] loop
        execute format('create policy office_adds on reports.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on reports.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
    end loop;
end $$;
create policy office_only on reports.passage as restrictive for select to wirknetz_app using ((select access.is_office()));
create policy office_removes on reports.passage as restrictive for delete to wirknetz_app using ((select access.is_office()));
create policy released_or_office on reports.report as restrictive for select to wirknetz_app
    using ((select access.is_office()) or (released_on is not null and (select reports.has_seat())));
create policy office_discards on reports.report as restrictive for delete to wirknetz_app
    using ((select access.is_office()) and released_on is null);

create function reports.stay_frozen() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if old.released_on is not null
       or (new.network, new.id, new.half_year, new.as_of, new.frozen_on, new.content)
          is distinct from (old.network, old.id, old.half_year, old.as_of, old.frozen_on, old.content) then
        raise exception 'a frozen report is never changed' using errcode = 'WN001';
    end if;
    return new;
end $$;
create trigger stays_frozen before update on reports.report for each row execute function reports.stay_frozen();
