-- What the network lives on (M6): one line for each commitment, with what it gives in twelve months. Half-open; null is open.
create table networkcheck.funding (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    source     text not null check (length(source) between 1 and 200),
    amount     numeric(12,2) not null check (amount > 0 and amount <= 1000000000),
    public     boolean not null,
    valid_from date,
    valid_to   date,
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id),
    check (valid_from < valid_to)
);
select platform.shelter('networkcheck.funding');

-- Budgets are told by the office where it wants to: no partner reads a line, nor in the memory behind undo.
create policy office_only on networkcheck.funding as restrictive to wirknetz_app using ((select access.is_office()));
create policy funding_for_the_office on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'networkcheck.funding' or (select access.is_office()));

alter table networkcheck.answer drop constraint answer_rule_check;
alter table networkcheck.answer add constraint answer_rule_check check (rule in (
    'FISSION', 'KEY_PERSON', 'LEADERSHIP_ONLY', 'FLUCTUATION', 'FUNDING', 'NEUTRALITY', 'ONE_SIDEDNESS', 'SILENT_PARTNER', 'MISSING_ROLE'));
