-- What the parties of a division among competitors answered before they agreed on it. No legal advice.
create table agreements.competition_answer (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    agreement   uuid not null,
    question    text not null check (question ~ '^[a-z]{1,40}$'),
    answer      text not null check (answer in ('YES', 'NO')),
    account     uuid,
    answered_at timestamptz not null,
    primary key (network, id),
    unique (network, agreement, question),
    foreign key (network, agreement) references agreements.agreement (network, id)
);
select platform.shelter('agreements.competition_answer');
select agreements.among_parties('agreements.competition_answer');
