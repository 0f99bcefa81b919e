-- What an import asked about besides twins, and what was answered.
alter table transfer.import_run add column choices jsonb not null default '{}';

-- What a word of a list means in this network: a group, or none at all. Asked once, known the next time.
create table transfer.group_word (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    word        text not null check (length(word) between 1 and 200),
    actor_group uuid,
    primary key (network, id),
    unique (network, word),
    foreign key (network, actor_group) references directory.actor_group (network, id)
        on delete cascade deferrable initially immediate
);
create index on transfer.group_word (network, actor_group);
select platform.shelter('transfer.group_word');
