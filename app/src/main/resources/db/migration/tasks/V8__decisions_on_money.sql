-- Whether money is given or taken by it: then the page names those who decide on both sides of the table (C6.5).
alter table tasks.decision add column funding boolean not null default false;
