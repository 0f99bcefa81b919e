-- What a partner has done inside itself so that its work in the network lasts (F12): three of the six signs of anchoring nobody
-- can see from outside, so they are told, with a day and what shows it. Half-open; a proof is good until `valid_to`.
create table networkcheck.proof (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    kind         text not null check (kind in ('HOURS', 'BUDGET', 'BOARD')),
    dated_on     date not null,
    valid_to     date not null,
    evidence     text not null check (length(evidence) between 1 and 500),
    created_at   timestamptz not null default now(),
    primary key (network, id),
    unique (network, organisation, kind, dated_on),
    check (dated_on < valid_to),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade deferrable initially immediate
);
select platform.shelter('networkcheck.proof');
-- No partner reads what another has decided inside itself, nor in the memory behind undo.
create policy own_or_office on networkcheck.proof as restrictive to wirknetz_app using (
    (select access.is_office()) or access.works_for(organisation));
create policy proofs_as_their_rows on platform.revision as restrictive for select to wirknetz_app using (
    relation <> 'networkcheck.proof' or (select access.is_office())
    or access.works_for((coalesce(after, before) ->> 'organisation')::uuid));
