-- Who may not open needs, offers and interests does not find them by typing either.
create policy listings_inside on platform.search_entry as restrictive for select to wirknetz_app using (
    kind not in ('need', 'offer', 'interest') or (select access.is_inside()));
