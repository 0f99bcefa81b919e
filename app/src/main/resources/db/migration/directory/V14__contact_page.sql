-- The card of the office and a form to it, for everybody.
alter table directory.setting add column public_contact boolean not null default false;
