-- Approved is for everybody with a seat here, not for everybody: whoever asks without one, by whatever page or interface,
-- reads no row. The address for everybody goes through map_for_anybody alone.
drop policy approved_only on networkcheck.frozen_map;
create policy approved_only on networkcheck.frozen_map as restrictive for select to wirknetz_app using (
    (select access.is_office())
    or (approved_on is not null and (select exists (
            select from access.seat s where s.network = platform.network() and s.account = platform.account()))));
