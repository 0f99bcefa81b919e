-- What the coordination office tells everybody of its neutrality in twelve months that are over (F10), copied so that nothing that is
-- written later changes it. The copy holds kinds of partners, never a partner.
create table networkcheck.neutrality_summary (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    as_of        date not null,
    drawn_on     date not null,
    content      jsonb not null check (octet_length(content::text) <= 100000),
    reasons      jsonb not null default '{}' check (octet_length(reasons::text) <= 200000),
    remark       text not null default '' check (length(remark) <= 1000),
    published_on date,
    published_by uuid,
    open         boolean not null default false,
    version      int not null default 1,
    primary key (network, id),
    unique (network, as_of),
    check (as_of < drawn_on),
    check ((published_on is null) = (published_by is null)),
    constraint open_is_published check (not open or published_on is not null)
);
select platform.shelter('networkcheck.neutrality_summary');

-- Drafts are the office's; what is published is for everybody with a seat here, funders among them.
create policy published_only on networkcheck.neutrality_summary as restrictive for select to wirknetz_app using (
    (select access.is_office())
    or (published_on is not null and (select exists (
            select from access.seat s where s.network = platform.network() and s.account = platform.account()))));
create policy office_adds on networkcheck.neutrality_summary as restrictive for insert to wirknetz_app with check ((select access.is_office()));
create policy office_changes on networkcheck.neutrality_summary as restrictive for update to wirknetz_app using ((select access.is_office()));
create policy office_removes on networkcheck.neutrality_summary as restrictive for delete to wirknetz_app using ((select access.is_office()));
create policy summaries_of_the_office on platform.revision as restrictive for select to wirknetz_app using (
    relation <> 'networkcheck.neutrality_summary' or (select access.is_office()));

-- Whoever writes by whatever way: the numbers stay as they were drawn up, and what is published says what it said.
create function networkcheck.keep_summary() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if (new.as_of, new.drawn_on, new.content) is distinct from (old.as_of, old.drawn_on, old.content)
       or (old.published_on is not null and new.published_on is not null
           and (new.reasons, new.remark) is distinct from (old.reasons, old.remark)) then
        raise exception 'summary' using errcode = 'check_violation', constraint = 'neutrality_summary_stays';
    end if;
    return new;
end $$;
create trigger stays before update on networkcheck.neutrality_summary for each row execute function networkcheck.keep_summary();

-- What everybody may read, signed in or not.
create function networkcheck.neutrality_for_anybody() returns table (as_of date, content text, reasons text, remark text)
    language sql stable security definer set search_path = pg_catalog as
$$ select s.as_of, s.content::text, s.reasons::text, s.remark
     from networkcheck.neutrality_summary s
    where s.network = platform.network() and s.open and s.published_on is not null $$;
revoke execute on function networkcheck.neutrality_for_anybody() from public;
grant execute on function networkcheck.neutrality_for_anybody() to wirknetz_app;
