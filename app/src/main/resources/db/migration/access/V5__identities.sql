-- Who somebody is at the provider of identities: the issuer and the subject it gave them, never the address of a mail,
-- which may pass to somebody else. One account has one identity at an issuer, and one identity one account.
create table access.identity (
    issuer    text not null check (length(issuer) between 1 and 500),
    subject   text not null check (length(subject) between 1 and 255),
    account   uuid not null references access.account,
    linked_at timestamptz not null default now(),
    primary key (issuer, subject),
    unique (issuer, account)
);
create index on access.identity (account);
grant select, insert, delete on access.identity to wirknetz_app;
