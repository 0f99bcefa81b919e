-- Mails wait here until the relay has taken them. The text is erased once it is delivered: it may hold a sign-in link.
create table platform.mail (
    id         uuid primary key default gen_random_uuid(),
    recipient  text not null check (length(recipient) <= 254 and recipient !~ '[\r\n]'),
    subject    text not null check (length(subject) <= 200 and subject !~ '[\r\n]'),
    body       text not null check (length(body) <= 20000),
    created_at timestamptz not null default now(),
    state      text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts   int not null default 0,
    next_at    timestamptz not null default now(),
    answer     text not null default '' check (length(answer) <= 500)
);
create index on platform.mail (next_at) where state = 'WAITING';
grant select, insert, update, delete on platform.mail to wirknetz_app;
