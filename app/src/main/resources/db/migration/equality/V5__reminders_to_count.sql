-- Who was reminded of which collection, so that it is once for each step.
create table equality.reminder (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    collection uuid not null,
    step       int not null check (step between 1 and 2),
    account    uuid not null,
    told_on    date not null,
    primary key (network, id),
    constraint told_once unique (network, collection, step, account),
    foreign key (network, collection) references equality.collection (network, id) on delete cascade
);
select platform.shelter('equality.reminder');

-- Who wants no mails about open collections. No row: wants them.
create table equality.preference (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    account   uuid not null,
    reminders boolean not null default true,
    primary key (network, id),
    unique (network, account)
);
select platform.shelter('equality.preference');
create policy own_account on equality.preference as restrictive to wirknetz_app using (
    platform.works_alone() or account = platform.account());
create policy office_only on equality.reminder as restrictive to wirknetz_app using ((select access.is_office()));
