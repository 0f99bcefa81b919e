-- The list of ties keeps views too.
alter table directory.saved_view drop constraint saved_view_page_check;
alter table directory.saved_view add constraint saved_view_page_check check (page in ('organisations', 'people', 'ties'));
