-- One import: the files as they came, what was recognised and corrected, what was found, how far it is.
create table transfer.import_run (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    account    uuid references access.account,
    state      text not null check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    created_at timestamptz not null default now(),
    mapping    jsonb not null default '[]',
    decisions  jsonb not null default '{}',
    report     jsonb,
    done       bigint not null default 0,
    whole      bigint not null default 0,
    change     uuid,
    cancel     boolean not null default false,
    lease      timestamptz,
    runner     uuid,
    primary key (network, id)
);
create index on transfer.import_run (network, created_at desc);

create table transfer.import_file (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    run     uuid not null,
    name    text not null check (length(name) between 1 and 200),
    bytes   bytea not null,
    primary key (network, id),
    foreign key (network, run) references transfer.import_run (network, id) on delete cascade
);
create index on transfer.import_file (network, run);

-- Written out instead of platform.shelter: progress and file contents are no changes anyone takes back.
do $$
declare place text;
begin
    foreach place in array array['transfer.import_run', 'transfer.import_file'] loop
        execute format('alter table %s enable row level security', place);
        execute format('alter table %s force row level security', place);
        execute format('create policy own_network on %s using (network = (select platform.network())) with check (network = (select platform.network()))', place);
        execute format('create policy maintenance on %s to %I using (true) with check (true)', place, current_user);
        execute format('grant select, insert, update, delete on %s to wirknetz_app', place);
    end loop;
end $$;
grant usage on schema transfer to wirknetz_app;
