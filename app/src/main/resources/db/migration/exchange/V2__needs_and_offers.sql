-- The words of a network's field, as it uses them: labels, synonyms, what is narrower than what.
create table exchange.term (
    network  uuid not null references access.network,
    id       uuid not null default gen_random_uuid(),
    label    text not null check (length(label) between 1 and 200),
    synonyms text not null default '' check (length(synonyms) <= 4000),
    broader  uuid,
    scheme   text not null default '' check (length(scheme) <= 60),
    code     text not null default '' check (length(code) <= 120),
    version  int not null default 1,
    primary key (network, id),
    foreign key (network, broader) references exchange.term (network, id) on delete set null (broader),
    check (broader <> id)
);
create unique index term_once on exchange.term (network, lower(label));
select platform.shelter('exchange.term');

-- What somebody needs, offers, has, can, or stands for. Interests carry a stance: for or against.
create table exchange.listing (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    sort         text not null check (sort in ('NEED', 'OFFER', 'RESOURCE', 'COMPETENCE', 'INTEREST')),
    title        text not null check (length(title) between 1 and 200),
    details      text not null default '' check (length(details) <= 4000),
    topics       text not null default '' check (length(topics) <= 500),
    amount       numeric(12, 2) check (amount > 0),
    unit         text not null default '' check (length(unit) <= 60),
    area         uuid,
    valid_from   date,
    valid_to     date,
    visibility   text not null default 'NETWORK' check (visibility in ('OFFICE', 'NETWORK', 'PUBLIC')),
    stance       text not null default 'FOR' check (stance in ('FOR', 'AGAINST')),
    version      int not null default 1,
    created_at   timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    foreign key (network, area) references directory.area (network, id),
    constraint listing_dates check (valid_from < valid_to)
);
create index on exchange.listing (network, organisation);
create index on exchange.listing (network, sort, valid_to);
select platform.shelter('exchange.listing');

-- Inside the network everybody reads what is not for the office alone; only one's own can be written.
create policy who_reads on exchange.listing as restrictive to wirknetz_app
    using ((select access.is_office())
           or ((select access.is_inside()) and (visibility <> 'OFFICE' or organisation = any ((select exchange.own())::uuid[]))))
    with check ((select access.is_office()) or organisation = any ((select exchange.own())::uuid[]));
create policy own_changes on exchange.listing as restrictive for update to wirknetz_app
    using ((select access.is_office()) or organisation = any ((select exchange.own())::uuid[]));
create policy own_removal on exchange.listing as restrictive for delete to wirknetz_app
    using ((select access.is_office()) or organisation = any ((select exchange.own())::uuid[]));
create policy who_reads_listings on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'exchange.listing' or (select access.is_office())
           or coalesce(before ->> 'visibility', '') <> 'OFFICE' and coalesce(after ->> 'visibility', '') <> 'OFFICE'
           or (coalesce(after, before) ->> 'organisation')::uuid = any ((select exchange.own())::uuid[]));

-- Needs and offers under their own names, for feeds; what is written through them stays of their sort.
create view exchange.need with (security_invoker = true) as
select * from exchange.listing where sort = 'NEED' with check option;
alter view exchange.need alter column sort set default 'NEED';
create view exchange.offer with (security_invoker = true) as
select * from exchange.listing where sort in ('OFFER', 'RESOURCE', 'COMPETENCE') with check option;
alter view exchange.offer alter column sort set default 'OFFER';
grant select, insert, update, delete on exchange.need, exchange.offer to wirknetz_app;

-- What is for the whole network can be found by typing.
create function exchange.index_listings() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    if tg_op = 'DELETE' then
        return null;
    end if;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select l.network, l.id, case l.sort when 'NEED' then 'need' when 'INTEREST' then 'interest' else 'offer' end, l.title, o.name,
           platform.fold(concat_ws(' ', l.title, l.topics)), to_tsvector('german', concat_ws(' ', l.title, l.details, l.topics))
      from touched l
      join directory.organisation_card o on o.network = l.network and o.id = l.organisation
     where l.visibility <> 'OFFICE';
    return null;
end $$;
create trigger search_insert after insert on exchange.listing referencing new table as touched
    for each statement execute function exchange.index_listings();
create trigger search_update after update on exchange.listing referencing new table as touched
    for each statement execute function exchange.index_listings();
create trigger search_delete after delete on exchange.listing referencing old table as touched
    for each statement execute function exchange.index_listings();

create view exchange.listing_card with (security_invoker = true) as
select network, id, organisation, sort, title, topics, area, valid_from, valid_to, visibility from exchange.listing;
grant select on exchange.listing_card to wirknetz_app;
