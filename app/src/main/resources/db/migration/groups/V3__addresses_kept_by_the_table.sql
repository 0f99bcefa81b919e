-- Whatever way a card is written, by its page, by taking a change back or by the API: the address of a lead, a deputy or a guest is
-- changed by themselves or by the office (V2). Without this an old change, taken back later, moved the place.
create function groups.keep_address() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if groups.bound_by_address(old.id, old.email) then
        raise exception 'the address of a place in a group' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger keep_address before update of email on directory.person for each row
    when (lower(coalesce(old.email, '')) is distinct from lower(coalesce(new.email, ''))) execute function groups.keep_address();
