-- For policies of the rooms: what is for the office, or for the people of one organisation, is kept from all others here,
-- whatever page, export or feed asks. Jobs and the console act for the office.
create function access.is_office() returns boolean language sql stable parallel safe
    as $$ select platform.works_alone() or exists (
            select from access.seat s
             where s.network = platform.network() and s.account = platform.account() and s.role = 'OFFICE') $$;

create function access.works_for(organisation uuid) returns boolean language sql stable parallel safe
    as $$ select exists (
            select from access.seat s
             where s.network = platform.network() and s.account = platform.account()
               and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF') and s.organisation = works_for.organisation) $$;

-- Inside the network: everybody with a seat but funders.
create function access.is_inside() returns boolean language sql stable parallel safe
    as $$ select platform.works_alone() or exists (
            select from access.seat s
             where s.network = platform.network() and s.account = platform.account() and s.role <> 'FUNDER') $$;
