-- A file that belongs to an agreement: what was signed on paper, what shows that a duty was done. In parts of a megabyte,
-- so that no row is too long to be kept, undone and moved.
create table agreements.document (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    agreement   uuid not null,
    kind        text not null check (kind in ('SCAN', 'EVIDENCE')),
    name        text not null check (length(name) between 1 and 200),
    media_type  text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    size        int not null check (size between 1 and 10485760),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_by uuid,
    uploaded_at timestamptz not null,
    primary key (network, id),
    foreign key (network, agreement) references agreements.agreement (network, id)
);
create index on agreements.document (network, agreement);
select platform.shelter('agreements.document');
select agreements.among_parties('agreements.document');

create table agreements.document_part (
    network   uuid not null references access.network,
    id        uuid not null default gen_random_uuid(),
    agreement uuid not null,
    document  uuid not null,
    position  int not null check (position >= 0),
    content   bytea not null check (length(content) <= 1048576),
    primary key (network, id),
    unique (network, document, position),
    foreign key (network, document) references agreements.document (network, id)
);
select platform.shelter('agreements.document_part');
select agreements.among_parties('agreements.document_part');

-- One party has signed one version. Name, function and fingerprint stand here as they were: a proof does not change when a
-- card does. `person` goes when the person is erased, the rest stays.
create table agreements.signature (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    agreement  uuid not null,
    wording    uuid not null,
    party      uuid not null,
    person     uuid,
    name       text not null check (length(name) between 1 and 300),
    function   text not null default '' check (length(function) <= 200),
    kind       text not null check (kind in ('SIMPLE', 'PAPER')),
    document   uuid,
    signed_on  date not null,
    account    uuid,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    entered_at timestamptz not null,
    primary key (network, id),
    constraint signed_once unique (network, wording, party),
    foreign key (network, agreement) references agreements.agreement (network, id),
    foreign key (network, wording) references agreements.wording (network, id),
    foreign key (network, party) references agreements.party (network, id),
    foreign key (network, person) references directory.person (network, id) on delete set null (person),
    foreign key (network, document) references agreements.document (network, id),
    check ((kind = 'PAPER') = (document is not null))
);
create index on agreements.signature (network, agreement);
create index on agreements.signature (network, person);
select platform.shelter('agreements.signature');
select agreements.among_parties('agreements.signature');

-- A signature is neither changed nor taken away, not even by taking a change back. What ends it is a new version.
create function agreements.signed_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and to_jsonb(new) - 'person' = to_jsonb(old) - 'person' then
        return new;
    end if;
    raise exception 'a signature stays' using errcode = 'check_violation';
end $$;
create trigger signed_stays before update or delete on agreements.signature for each row execute function agreements.signed_stays();
