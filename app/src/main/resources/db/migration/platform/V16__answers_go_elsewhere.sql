-- Whom the answer to a mail goes to, where that is not its sender. Erased with the text once it is delivered.
alter table platform.mail add column reply_to text check (length(reply_to) <= 254 and reply_to !~ '[[:cntrl:]]');
