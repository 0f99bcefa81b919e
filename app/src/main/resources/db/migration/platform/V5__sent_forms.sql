-- A form takes effect once: its random mark is noted in the transaction that does what it asks. Kept for two days.
create table platform.sent_form (
    account uuid,
    mark    bytea not null,
    content bytea not null,
    answer  text check (length(answer) <= 2000),
    sent_at timestamptz not null default now(),
    unique nulls not distinct (account, mark)
);
create index on platform.sent_form (sent_at);
grant select, insert, update, delete on platform.sent_form to wirknetz_app;
