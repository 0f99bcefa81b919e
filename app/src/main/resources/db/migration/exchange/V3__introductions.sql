-- The office brings two together: a mail to both, and what came of it.
create table exchange.introduction (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    need       uuid not null,
    offer      uuid not null,
    asker      uuid not null,
    helper     uuid not null,
    state      text not null default 'DRAFT' check (state in ('DRAFT', 'SENT', 'HELPED', 'NOTHING')),
    subject    text not null check (length(subject) between 1 and 200),
    body       text not null check (length(body) between 1 and 10000),
    sent_at    timestamptz,
    outcome_on date,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, need) references exchange.listing (network, id) on delete cascade,
    foreign key (network, offer) references exchange.listing (network, id) on delete cascade,
    foreign key (network, asker) references directory.organisation (network, id) on delete cascade,
    foreign key (network, helper) references directory.organisation (network, id) on delete cascade,
    check (asker <> helper),
    check (state = 'DRAFT' or sent_at is not null),
    check (state in ('DRAFT', 'SENT') or outcome_on is not null)
);
create unique index introduction_once on exchange.introduction (network, need, offer);
select platform.shelter('exchange.introduction');
-- A draft is the office's; what was sent, the two know already.
create policy the_two on exchange.introduction as restrictive to wirknetz_app
    using ((select access.is_office()) or (state <> 'DRAFT' and (asker = any ((select exchange.own())::uuid[]) or helper = any ((select exchange.own())::uuid[]))))
    with check ((select access.is_office()));
create policy only_the_two on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'exchange.introduction' or (select access.is_office()));

create view exchange.introduction_card with (security_invoker = true) as
select network, id, asker, helper, state, sent_at, outcome_on from exchange.introduction where state <> 'DRAFT';
grant select on exchange.introduction_card to wirknetz_app;
