-- Who takes part in a group and represents a party today may read what they are to sign, though they have no seat at that
-- party. They are recognised as Signatures recognises them: the account's address is the person's own.
create or replace function agreements.own() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
    select p.agreement
      from agreements.party p
      join access.seat s on s.network = p.network and s.organisation = p.organisation
     where p.network = platform.network() and s.account = platform.account()
       and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF')
    union
    select a.id
      from agreements.agreement a
     where a.network = platform.network() and a.drafted_by = platform.account()
       and not exists (select from agreements.party p where p.network = a.network and p.agreement = a.id)
    union
    select p.agreement
      from access.seat s
      join access.account a on a.id = s.account and not a.disabled
      join directory.person person on person.network = s.network and lower(person.email) = lower(a.email)
      join directory.mandate m on m.network = person.network and m.person = person.id and m.kind = 'REPRESENTS'
       and (m.valid_from is null or m.valid_from <= platform.today()) and (m.valid_to is null or m.valid_to > platform.today())
      join agreements.party p on p.network = m.network and p.organisation = m.organisation
     where s.network = platform.network() and s.account = platform.account() and s.role = 'GROUP_MEMBER'
$$;
