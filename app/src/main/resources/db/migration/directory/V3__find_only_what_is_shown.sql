-- What a partner may not read, a partner must not find by guessing: only fields shown to the network go into an entry.
-- Former names are found too (C6.1).
create or replace function directory.index_organisations() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select o.network, o.id, 'organisation', o.name,
           concat_ws(' · ', o.short_name, directory.shown(2, o.visibility, 'city', o.city)),
           platform.fold(concat_ws(' ', o.name, o.short_name, o.key, former.names,
                                   directory.shown(2, o.visibility, 'city', o.city),
                                   directory.shown(2, o.visibility, 'postcode', o.postcode),
                                   directory.shown(2, o.visibility, 'email', o.email),
                                   directory.shown(2, o.visibility, 'website', o.website))),
           to_tsvector('german', concat_ws(' ', o.name, o.short_name, former.names,
                                           directory.shown(2, o.visibility, 'city', o.city),
                                           directory.shown(2, o.visibility, 'street', o.street)))
      from touched o
      left join lateral (select string_agg(n.name, ' ') as names from directory.organisation_name n
                          where n.network = o.network and n.organisation = o.id) former on true;
    return null;
end $$;

create or replace function directory.index_people() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select p.network, p.id, 'person', trim(concat_ws(' ', p.title, p.given_name, p.family_name)), '',
           platform.fold(concat_ws(' ', p.given_name, p.family_name, directory.shown(2, p.visibility, 'email', p.email))),
           to_tsvector('simple', concat_ws(' ', p.given_name, p.family_name))
      from touched p;
    return null;
end $$;

-- A former name is noted after the card was renamed: then the entry is written anew.
create function directory.index_former_names() returns trigger language plpgsql as $$
begin
    update platform.search_entry e
       set folded = platform.fold(concat_ws(' ', e.folded, t.name)),
           words = e.words || to_tsvector('german', t.name)
      from touched t
     where e.network = t.network and e.id = t.organisation and t.valid_to is not null;
    return null;
end $$;
create trigger search_insert after insert on directory.organisation_name referencing new table as touched
    for each statement execute function directory.index_former_names();

update directory.organisation set name = name;
update directory.person set family_name = family_name;

-- Whom the network needs, for other rooms.
create view directory.target_card with (security_invoker = true) as
select m.network, m.id as model, m.name, m.number, m.valid_from, r.id as role, r.actor_group, r.area, r.minimum, r.weight
  from directory.target_model m
  join directory.target_role r on r.network = m.network and r.model = m.id;
grant select on directory.target_card to wirknetz_app;
