-- A link to answer and a reply by mail are judged by the day that the program holds, as the meeting itself is; the moment
-- is asked inside the network (`AnswerLinks`).
create or replace function meetings.link_network(held bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select network from meetings.answer_link where secret = held and expires_at > platform.today() $$;

create or replace function meetings.inviting_network(address text) returns uuid
    language sql stable security definer set search_path = pg_catalog
    as $$ select min(i.network::text)::uuid
            from meetings.invitation i join meetings.meeting m on m.network = i.network and m.id = i.meeting
           where i.email = lower(address) and i.told_sequence is not null and m.ends_at > platform.today() - 30
          having count(distinct i.network) = 1 $$;
