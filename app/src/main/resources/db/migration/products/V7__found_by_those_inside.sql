-- Who may not open products does not find them by typing either.
create policy products_inside on platform.search_entry as restrictive for select to wirknetz_app using (
    kind <> 'product' or (select access.is_inside()));
