-- What can be found by typing: one line a thing, written by triggers of the module that owns the thing.
-- Never carried over to another server version: the stemmer may differ, so it is rebuilt instead.
create table platform.search_entry (
    network  uuid not null,
    id       uuid not null,
    kind     text not null,
    title    text not null,
    hint     text not null default '',
    audience text not null default 'network' check (audience in ('network', 'office')),
    folded   text not null,
    words    tsvector not null,
    primary key (network, id)
);
create index on platform.search_entry using gin (folded public.gin_trgm_ops);
create index on platform.search_entry using gin (words);
create index on platform.search_entry (network, kind, title);
alter table platform.search_entry enable row level security;
alter table platform.search_entry force row level security;
create policy own_network on platform.search_entry using (network = (select platform.network())) with check (network = (select platform.network()));
do $$ begin execute format('create policy maintenance on platform.search_entry to %I using (true) with check (true)', current_user); end $$;
grant select, insert, update, delete on platform.search_entry to wirknetz_app;
