-- What all estimates of a product say together, as a mark that changes with each of them.
create function products.estimates_seen(wanted uuid) returns text language sql stable as
$$ select md5(coalesce(string_agg(concat_ws('|', e.organisation, e.low, e.high, e.source, e.estimated_on), ';' order by e.id), ''))
     from products.estimate e where e.network = platform.network() and e.product = wanted $$;
grant execute on function products.estimates_seen(uuid) to wirknetz_app;

-- The parts of those who take part are never more than the whole, whichever way somebody comes back in: taking back a
-- departure would else do what no form allows.
create function products.shares_within_whole() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select 1
                 from products.portion o
                 join products.partner p on p.network = o.network and p.id = o.partner and p.left_on is null
                where o.network = new.network and o.product = new.product
               having sum(o.cost_share) > 100 or sum(o.revenue_share) > 100) then
        raise exception 'more than the whole' using errcode = 'check_violation', constraint = 'shares_within_whole';
    end if;
    return null;
end $$;
create trigger shares_within_whole after insert or update of left_on on products.partner
    for each row execute function products.shares_within_whole();
create trigger shares_within_whole after insert or update on products.portion
    for each row execute function products.shares_within_whole();
