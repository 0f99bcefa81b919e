-- A creating call that is repeated with the same Idempotency-Key gets the first answer again. Kept for a day.
create table api.answer (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    account    uuid not null references access.account,
    key        text not null check (length(key) between 1 and 200),
    request    text not null,
    location   text not null,
    body       jsonb not null,
    created_at timestamptz not null default now(),
    primary key (network, id),
    unique (network, account, key)
);
-- Written out instead of platform.shelter: it repeats what was answered and is no change of its own.
alter table api.answer enable row level security;
alter table api.answer force row level security;
create policy own_network on api.answer using (network = (select platform.network())) with check (network = (select platform.network()));
do $$ begin execute format('create policy maintenance on api.answer to %I using (true) with check (true)', current_user); end $$;
grant usage on schema api to wirknetz_app;
grant select, insert, update, delete on api.answer to wirknetz_app;
