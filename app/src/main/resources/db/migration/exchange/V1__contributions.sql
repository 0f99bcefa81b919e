-- Somebody did something for somebody else. What it weighs: its hours, else its effort (1, 3, 5 or an own scale).
-- Only a confirmed one counts; a gift and one whose receiver owes nothing never lead to a reminder.
create table exchange.contribution (
    network     uuid not null references access.network,
    id          uuid not null default gen_random_uuid(),
    giver       uuid not null,
    receiver    uuid not null,
    kind        text not null default '' check (length(kind) <= 200),
    effort      numeric(8, 2) check (effort >= 0 and effort <= 1000),
    hours       numeric(8, 2) check (hours >= 0 and hours <= 100000),
    weight      numeric(8, 2) not null generated always as (coalesce(hours, effort, 1)) stored,
    requested   boolean not null default false,
    gift        boolean not null default false,
    no_return   boolean not null default false,
    given_on    date,
    state       text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'DECLINED')),
    answered_at timestamptz,
    answered_by uuid,
    source      text not null default 'ENTERED' check (source in ('ENTERED', 'IMPORTED', 'OBSERVED')),
    version     int not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    primary key (network, id),
    foreign key (network, giver) references directory.organisation (network, id) on delete cascade,
    foreign key (network, receiver) references directory.organisation (network, id) on delete cascade,
    constraint no_self_dealing check (giver <> receiver),
    constraint answered_when_answered check (state = 'OPEN' or answered_at is not null)
);
create index on exchange.contribution (network, giver, receiver);
create index on exchange.contribution (network, receiver);
create index on exchange.contribution (network, given_on);
select platform.shelter('exchange.contribution');

-- The organisations whose own people ask.
create function exchange.own() returns uuid[] language sql stable parallel safe
    as $$ select coalesce(array_agg(s.organisation), '{}') from access.seat s
           where s.network = platform.network() and s.account = platform.account()
             and s.role in ('PARTNER_ADMIN', 'PARTNER_STAFF') $$;

-- Each pair sees its own, the office all, everybody else nothing: pages, exports, feeds and histories alike.
create policy pairs_only on exchange.contribution as restrictive to wirknetz_app
    using ((select access.is_office()) or giver = any ((select exchange.own())::uuid[]) or receiver = any ((select exchange.own())::uuid[]))
    with check ((select access.is_office()) or giver = any ((select exchange.own())::uuid[]) or receiver = any ((select exchange.own())::uuid[]));
-- What both stand by is no longer one side's to take away.
create policy confirmed_stays on exchange.contribution as restrictive for delete to wirknetz_app
    using ((select access.is_office()) or (state <> 'CONFIRMED' and giver = any ((select exchange.own())::uuid[])));
create policy pairs_only on platform.revision as restrictive for select to wirknetz_app
    using (relation <> 'exchange.contribution' or (select access.is_office())
           or (coalesce(after, before) ->> 'giver')::uuid = any ((select exchange.own())::uuid[])
           or (coalesce(after, before) ->> 'receiver')::uuid = any ((select exchange.own())::uuid[]));

-- Whichever way a row comes (page, feed, undo): the receiver's word is the receiver's, and new terms need a new word.
create function exchange.keep_words_apart() returns trigger language plpgsql as $$
declare
    ours boolean := access.is_office();
    receives boolean := access.works_for(new.receiver);
begin
    if ours then
        return new;
    end if;
    if tg_op = 'INSERT' then
        new.source := 'ENTERED';
        if not receives then
            new.state := 'OPEN';
            new.no_return := false;
            new.answered_at := null;
            new.answered_by := null;
        end if;
        return new;
    end if;
    if (new.giver, new.receiver, new.source) is distinct from (old.giver, old.receiver, old.source) then
        raise exception 'the two it is between stay' using errcode = '42501';
    end if;
    if new.gift is distinct from old.gift and not access.works_for(new.giver) then
        raise exception 'only the giver calls it a gift' using errcode = '42501';
    end if;
    if not receives then
        if (new.state, new.no_return) is distinct from (old.state, old.no_return) and new.state <> 'OPEN' then
            raise exception 'only the receiver answers' using errcode = '42501';
        end if;
        if (new.kind, new.effort, new.hours, new.requested, new.given_on)
           is distinct from (old.kind, old.effort, old.hours, old.requested, old.given_on) then
            new.state := 'OPEN';
            new.no_return := false;
            new.answered_at := null;
            new.answered_by := null;
        end if;
    end if;
    return new;
end $$;
create trigger words_apart before insert or update on exchange.contribution
    for each row execute function exchange.keep_words_apart();

-- Who gives by law or by task (a chamber, a funder): nobody is reminded of owing them anything.
create table exchange.structural_giver (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    organisation uuid not null,
    primary key (network, id),
    unique (network, organisation),
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
select platform.shelter('exchange.structural_giver');

-- What other rooms may show of contributions: under the same policy as the rows.
create view exchange.contribution_card with (security_invoker = true) as
select network, id, giver, receiver, kind, weight, requested, gift, no_return, given_on, state
  from exchange.contribution;

-- For figures about the network as a whole, whoever asks for them: what counts, without what was done. It shows who gave
-- whom and must therefore never be listed; the rows behind a figure come from the card above.
create view exchange.contribution_sum_card as
select c.network, c.giver, c.receiver, c.weight, c.given_on,
       c.requested and not c.gift and not c.no_return
       and not exists (select from exchange.structural_giver s where s.network = c.network and s.organisation = c.giver) as reminds
  from exchange.contribution c
 where c.network = platform.network() and c.state = 'CONFIRMED' and not c.gift and c.weight > 0;

grant usage on schema exchange to wirknetz_app;
grant select on exchange.contribution_card, exchange.contribution_sum_card to wirknetz_app;
