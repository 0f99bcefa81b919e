-- Who sent a form is not kept any more, only a mark that its sender alone can make again: the row is written in the same
-- moment and the same transaction as what the form did, and beside an anonymous card it named the author.
delete from platform.sent_form;
alter table platform.sent_form drop column account;
alter table platform.sent_form add primary key (mark);
