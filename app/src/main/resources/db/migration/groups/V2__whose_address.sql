-- A place as lead, deputy or guest belongs to a person, and a person is known by the address. Whether such a place would change
-- hands if the asker gave this card another address; never for the office, nor for the person. With the owner's rights: the group
-- may be one that the asker does not see.
create function groups.bound_by_address(who uuid, was text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select not access.is_office()
       and not exists (select from access.account a where a.id = platform.account() and lower(a.email) = lower(was))
       and exists (
           select from groups.member m
             join groups.body b on b.network = m.network and b.id = m.group_id
            where m.network = platform.network() and m.person = who and m.part in ('LEAD', 'DEPUTY', 'GUEST')
              and groups.belongs(m.since, m.until, b.closed_on))
$$;
revoke execute on function groups.bound_by_address(uuid, text) from public;
grant execute on function groups.bound_by_address(uuid, text) to wirknetz_app;
