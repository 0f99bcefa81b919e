-- A map as it was shown on a day, copied, so that nothing that is written later changes it (German: *festgehaltene
-- Karte*). With pseudonyms the copy holds no name and no identity at all: what is not there cannot leak.
create table networkcheck.frozen_map (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    title       text not null check (length(title) between 1 and 120),
    as_of       date not null,
    frozen_on   date not null,
    pseudonyms  boolean not null,
    content     jsonb not null check (octet_length(content::text) <= 8000000),
    approved_on date,
    approved_by uuid,
    secret      bytea unique check (length(secret) = 32),
    version     int not null default 1,
    primary key (network, id),
    check ((approved_on is null) = (approved_by is null)),
    -- An address for everybody leads to what is approved and under pseudonyms, to nothing else.
    constraint open_is_approved_and_hidden check (secret is null or (approved_on is not null and pseudonyms))
);
select platform.shelter('networkcheck.frozen_map');

-- Drafts are the office's; what is approved is for everybody with a seat, funders among them.
create policy approved_only on networkcheck.frozen_map as restrictive for select to wirknetz_app
    using (approved_on is not null or (select access.is_office()));
create policy office_adds on networkcheck.frozen_map as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy office_changes on networkcheck.frozen_map as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy office_removes on networkcheck.frozen_map as restrictive for delete to wirknetz_app using ((select access.is_office()));
create policy frozen_maps_of_the_office on platform.revision as restrictive for select to wirknetz_app using (
    relation <> 'networkcheck.frozen_map' or (select access.is_office()));

-- Whoever writes by whatever way: what is frozen stays as it is. Only who may see it can change.
create function networkcheck.keep_frozen() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if (new.title, new.as_of, new.frozen_on, new.pseudonyms, new.content)
       is distinct from (old.title, old.as_of, old.frozen_on, old.pseudonyms, old.content) then
        raise exception 'frozen' using errcode = 'check_violation', constraint = 'frozen_map_stays';
    end if;
    return new;
end $$;
create trigger stays before update on networkcheck.frozen_map for each row execute function networkcheck.keep_frozen();

-- What whoever holds the secret may see.
create function networkcheck.map_for_anybody(held bytea) returns table (title text, as_of date, content text)
    language sql stable security definer set search_path = pg_catalog as
$$ select f.title, f.as_of, f.content::text
     from networkcheck.frozen_map f
    where f.network = platform.network() and f.secret = held and f.pseudonyms and f.approved_on is not null $$;
revoke execute on function networkcheck.map_for_anybody(bytea) from public;
grant execute on function networkcheck.map_for_anybody(bytea) to wirknetz_app;
