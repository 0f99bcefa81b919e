-- Hosts to which nothing goes for now, because whoever operates the server says so; `*` stands for all of them.
create table platform.mail_hold (
    host text primary key check (length(host) between 1 and 255),
    since timestamptz not null default now()
);
grant select, insert, delete on platform.mail_hold to wirknetz_app;

-- Mails in the mailbox that no room could take: how many, and why, and nothing of what they say.
create table platform.mail_left (
    mark    bytea primary key check (length(mark) = 32),
    why     text not null check (why in ('UNKNOWN', 'BROKEN', 'BIG')),
    left_at timestamptz not null default now()
);
grant select, insert, delete on platform.mail_left to wirknetz_app;
