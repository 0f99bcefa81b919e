-- A repeated creating call is answered as the first one was, with the tag of then.
alter table api.answer add column tag text not null default '';
