-- Recurring work whose last rounds failed; a row goes when a round succeeds. Nothing about people: kinds and places of
-- faults, no messages.
create table platform.recurring_trouble (
    work     text primary key check (length(work) <= 100),
    failures integer not null default 1,
    since    timestamptz not null default now(),
    last_at  timestamptz not null default now(),
    fault    text not null check (length(fault) <= 500)
);
grant select, insert, update, delete on platform.recurring_trouble to wirknetz_app;
