-- Files that belong to the text: their names and fingerprints are part of what is signed. A file of the same name is a new
-- version of it; what was replaced or taken out stays, since an earlier text may have been signed with it.
alter table agreements.document drop constraint document_kind_check;
alter table agreements.document add constraint document_kind_check check (kind in ('SCAN', 'EVIDENCE', 'ANNEX'));
alter table agreements.document add column number int not null default 1 check (number > 0);
alter table agreements.document add column dropped boolean not null default false;
create unique index annex_once on agreements.document (network, agreement, name, number) where kind = 'ANNEX';
