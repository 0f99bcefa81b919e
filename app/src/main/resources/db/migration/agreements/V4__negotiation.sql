-- What the parties say to one another about a text. A concession says who gave way: it can be counted later, for both.
create table agreements.comment (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    agreement    uuid not null,
    version      int not null check (version > 0),
    body         text not null check (length(body) between 1 and 4000),
    concession   boolean not null default false,
    organisation uuid,
    account      uuid,
    written_at   timestamptz not null,
    primary key (network, id),
    foreign key (network, agreement) references agreements.agreement (network, id),
    foreign key (network, organisation) references directory.organisation (network, id)
);
create index on agreements.comment (network, agreement);
select platform.shelter('agreements.comment');
select agreements.among_parties('agreements.comment');
create trigger unchangeable before update of body, account, written_at on agreements.comment
    for each row execute function agreements.unchangeable();
