-- What the region needs, for everybody (C14.1): how many organisations need what, never which. Only words of the network's
-- own vocabulary go out, since what somebody typed freely may tell who it was; and a word goes out only from
-- `threshold` organisations on. Runs as the owner: the rows behind it stay closed.
create function exchange.public_needs(today date, threshold int)
    returns table (term uuid, label text, organisations bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.id, t.label, count(distinct l.organisation)
      from exchange.listing l
     cross join lateral regexp_split_to_table(l.topics, '\s*,\s*') as topic(word)
      join exchange.term t on t.network = l.network
       and (platform.fold(topic.word) = platform.fold(t.label)
            or platform.fold(topic.word) = any (select platform.fold(s) from regexp_split_to_table(t.synonyms, '\s*[|,]\s*') s))
     where l.network = platform.network() and l.sort = 'NEED' and l.visibility = 'PUBLIC' and topic.word <> ''
       and (l.valid_from is null or l.valid_from <= today) and (l.valid_to is null or l.valid_to > today)
     group by t.id, t.label
    having count(distinct l.organisation) >= greatest(threshold, 3)
     order by count(distinct l.organisation) desc, platform.fold(t.label), t.id
$$;
revoke execute on function exchange.public_needs(date, int) from public;
grant execute on function exchange.public_needs(date, int) to wirknetz_app;
