-- Topics somebody is to answer for (C4.4). Who does is a mandate of the directory, with its organisation, term and deputy:
-- a person who is merged, leaves or is forgotten there is so here too.
create table equality.topic (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    title   text not null check (length(title) between 1 and 200),
    since   date not null,
    version int not null default 1,
    primary key (network, id)
);
create unique index topic_named on equality.topic (network, platform.fold(title));
select platform.shelter('equality.topic');

create table equality.responsibility (
    network uuid not null references access.network,
    id      uuid not null default gen_random_uuid(),
    topic   uuid not null,
    mandate uuid not null,
    primary key (network, id),
    constraint one_topic_each unique (network, mandate),
    foreign key (network, topic) references equality.topic (network, id) on delete cascade,
    foreign key (network, mandate) references directory.mandate (network, id) on delete cascade
);
create index on equality.responsibility (network, topic);
select platform.shelter('equality.responsibility');

do $$
declare place text;
begin
    foreach place in array array['topic', 'responsibility'] loop
        execute format('create policy office_adds on equality.%I as restrictive for insert to wirknetz_app with check ((select access.is_office()))', place);
        execute format('create policy office_changes on equality.%I as restrictive for update to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy office_removes on equality.%I as restrictive for delete to wirknetz_app using ((select access.is_office()))', place);
        execute format('create policy inside_only on equality.%I as restrictive for select to wirknetz_app using ((select access.is_inside()))', place);
    end loop;
end $$;

-- For the network check. Row-level security of the one who asks holds.
create view equality.topic_card with (security_invoker = true) as
select network, id, title, since from equality.topic;
create view equality.responsibility_card with (security_invoker = true) as
select r.network, r.topic, m.person, m.deputy, m.valid_from, m.valid_to
  from equality.responsibility r
  join directory.mandate_card m on m.network = r.network and m.id = r.mandate;
grant select on equality.topic_card, equality.responsibility_card to wirknetz_app;
