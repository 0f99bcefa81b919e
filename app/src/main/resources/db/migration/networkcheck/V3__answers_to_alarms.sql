-- What the coordination office said to an alarm of the network check: one word for each matter. The alarms themselves
-- are worked out anew each time and are not kept.
create table networkcheck.answer (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    rule        text not null check (rule in ('FISSION', 'KEY_PERSON', 'LEADERSHIP_ONLY', 'FLUCTUATION', 'NEUTRALITY', 'ONE_SIDEDNESS',
                                              'SILENT_PARTNER', 'MISSING_ROLE')),
    subject     text not null check (length(subject) between 1 and 4000),
    verdict     text not null check (verdict in ('KNOWN', 'PLANNED', 'WRONG')),
    until       date,
    note        text not null default '' check (length(note) <= 1000),
    figure      double precision not null,
    answered_on date not null,
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    primary key (network, id),
    check ((verdict = 'PLANNED') = (until is not null))
);
create unique index answer_once on networkcheck.answer (network, rule, md5(subject));
select platform.shelter('networkcheck.answer');

-- Alarms speak of single partners and people: no partner may read about another here, nor in the memory behind undo.
create policy office_only on networkcheck.answer as restrictive to wirknetz_app using ((select access.is_office()));
create policy answers_for_the_office on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'networkcheck.answer' or (select access.is_office()));
