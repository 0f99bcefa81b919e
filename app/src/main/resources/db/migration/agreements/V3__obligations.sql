-- Who has to do what by when. While the agreement is open it is part of the text; afterwards it is only done or late.
alter table agreements.party add constraint party_of_agreement unique (network, agreement, id);

create table agreements.obligation (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    agreement  uuid not null,
    party      uuid not null,
    person     uuid,
    title      text not null check (length(title) between 1 and 300),
    due        date,
    done_on    date,
    evidence   text not null default '' check (length(evidence) <= 2000),
    link       text check (link ~ '^https?://' and length(link) <= 500),
    document   uuid,
    done_by    uuid,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, agreement) references agreements.agreement (network, id),
    foreign key (network, agreement, party) references agreements.party (network, agreement, id),
    foreign key (network, person) references directory.person (network, id) on delete set null (person),
    foreign key (network, document) references agreements.document (network, id),
    check (done_on is not null or (evidence = '' and link is null and document is null))
);
create index on agreements.obligation (network, agreement);
create index on agreements.obligation (network, party);
create index on agreements.obligation (network, due) where done_on is null;
select platform.shelter('agreements.obligation');
select agreements.among_parties('agreements.obligation');

-- What somebody was reminded of, so that they are not reminded twice.
create table agreements.reminder (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    agreement  uuid not null,
    obligation uuid,
    days       int not null check (days in (90, 30, 7)),
    due        date not null,
    account    uuid not null,
    told_at    timestamptz not null,
    primary key (network, id),
    constraint told_once unique nulls not distinct (network, agreement, obligation, days, due, account),
    foreign key (network, agreement) references agreements.agreement (network, id) on delete cascade
);
select platform.shelter('agreements.reminder');
select agreements.among_parties('agreements.reminder');

-- Who wants no mails about dates. No row: wants them.
create table agreements.preference (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    account   uuid not null,
    reminders boolean not null default true,
    primary key (network, id),
    unique (network, account)
);
select platform.shelter('agreements.preference');
create policy own_account on agreements.preference as restrictive using (
    current_user <> 'wirknetz_app' or platform.works_alone() or account = platform.account());
