-- Many mails with one content: a newsletter, a circular. The content lies here once; each mail fills in its own words.
create table platform.mailing (
    network     uuid not null,
    id          uuid not null default gen_random_uuid(),
    sender_name text not null check (length(sender_name) between 1 and 200 and sender_name !~ '[\r\n]'),
    reply_to    text check (length(reply_to) <= 254 and reply_to !~ '[\r\n]'),
    list_id     text not null check (length(list_id) between 1 and 200 and list_id !~ '[\r\n<>]'),
    subject     text not null check (length(subject) between 1 and 200 and subject !~ '[\r\n]'),
    body        text not null check (length(body) <= 500000),
    html        text check (length(html) <= 1000000),
    created_at  timestamptz not null default now(),
    primary key (network, id)
);
alter table platform.mailing enable row level security;
create policy own_network on platform.mailing
    using (network = (select platform.network())) with check (network = (select platform.network()));
grant select, insert, update, delete on platform.mailing to wirknetz_app;

-- A mail that is held is being carried right now by one of the nodes; if that node dies, the hold runs out.
alter table platform.mail
    add column network     uuid default platform.network(),
    add column mailing     uuid,
    add column filling     text[],
    add column unsubscribe text check (length(unsubscribe) <= 1000 and unsubscribe !~ '[\r\n<>]'),
    add column host        text generated always as (lower(split_part(recipient, '@', 2))) stored,
    add column held_until  timestamptz,
    add column handled_at  timestamptz,
    drop constraint mail_state_check,
    add constraint mail_state_check
        check (state in ('WAITING', 'PAUSED', 'CANCELLED', 'SENT', 'GIVEN_UP', 'RETURNED')),
    add foreign key (network, mailing) references platform.mailing (network, id) on delete cascade;
-- What somebody waits for (a way to sign in) goes before what goes to many.
create index mail_due on platform.mail ((mailing is not null), next_at) where state = 'WAITING';
create index mail_of_mailing on platform.mail (mailing, state) where mailing is not null;
drop index platform.mail_next_at_idx;

-- Addresses that mail did not reach for good (5xx or a bounce). Nothing goes to many there until the office says so.
create table platform.mail_trouble (
    network    uuid not null,
    id         uuid not null default gen_random_uuid(),
    address    text not null check (length(address) <= 254),
    answer     text not null check (length(answer) <= 500),
    first_at   timestamptz not null default now(),
    last_at    timestamptz not null default now(),
    times      int not null default 1,
    primary key (network, id),
    unique (network, address)
);
alter table platform.mail_trouble enable row level security;
create policy own_network on platform.mail_trouble
    using (network = (select platform.network())) with check (network = (select platform.network()));
grant select, insert, update, delete on platform.mail_trouble to wirknetz_app;

-- Mails read from the mailbox: each takes effect once, whatever node reads it and however often.
create table platform.mail_read (
    mark    bytea primary key check (length(mark) = 32),
    read_at timestamptz not null default now()
);
grant select, insert, delete on platform.mail_read to wirknetz_app;
