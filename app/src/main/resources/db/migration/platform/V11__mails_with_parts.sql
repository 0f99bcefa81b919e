-- A mail may say the same in several ways: as plain text, as HTML, as an entry for a calendar (RFC 6047) with its method.
-- Erased with the text once it is delivered.
alter table platform.mail add column html text check (length(html) <= 200000);
alter table platform.mail add column calendar text check (length(calendar) <= 200000);
alter table platform.mail add column calendar_method text
    check (calendar_method in ('REQUEST', 'CANCEL', 'REPLY', 'PUBLISH'));
alter table platform.mail add constraint calendar_and_method check ((calendar is null) = (calendar_method is null));
