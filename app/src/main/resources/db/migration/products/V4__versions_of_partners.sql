-- Two people agreeing on shares at once: the second is told, and overwrites nothing unseen.
alter table products.partner add column version int not null default 1;
