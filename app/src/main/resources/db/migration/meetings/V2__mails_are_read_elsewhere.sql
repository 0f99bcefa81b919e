-- Which mails were read is kept where the mailbox is read, for all rooms at once.
drop table meetings.read_mail;
