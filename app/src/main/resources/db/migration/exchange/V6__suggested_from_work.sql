-- What somebody answered when asked whether work done was a favour. It is asked once.
create table exchange.suggestion_answer (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    source      text not null check (length(source) between 1 and 60),
    record      uuid not null,
    giver       uuid not null,
    receiver    uuid not null,
    recorded    boolean not null,
    answered_at timestamptz not null default now(),
    primary key (network, id),
    constraint asked_once unique (network, record, source, giver, receiver),
    foreign key (network, giver) references directory.organisation (network, id) on delete cascade,
    foreign key (network, receiver) references directory.organisation (network, id) on delete cascade
);
create index on exchange.suggestion_answer (network, giver);
create index on exchange.suggestion_answer (network, receiver);
select platform.shelter('exchange.suggestion_answer');
create policy pairs_only on exchange.suggestion_answer as restrictive to wirknetz_app
    using ((select access.is_office()) or giver = any ((select exchange.own())::uuid[]) or receiver = any ((select exchange.own())::uuid[]))
    with check ((select access.is_office()) or giver = any ((select exchange.own())::uuid[]) or receiver = any ((select exchange.own())::uuid[]));
create policy answers_of_pairs on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'exchange.suggestion_answer' or (select access.is_office())
           or (coalesce(after, before) ->> 'giver')::uuid = any ((select exchange.own())::uuid[])
           or (coalesce(after, before) ->> 'receiver')::uuid = any ((select exchange.own())::uuid[]));
