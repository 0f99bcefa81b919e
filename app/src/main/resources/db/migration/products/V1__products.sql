-- Joint products and services, from idea to market. What it is and who takes part is for everybody inside;
-- money and estimates are for the office and the organisations that take part.
create table products.product (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    name       text not null check (length(name) between 1 and 200),
    kind       text not null check (kind in ('PRODUCT', 'SERVICE')),
    purpose    text check (length(purpose) between 1 and 4000),
    rights     text check (length(rights) between 1 and 4000),
    outcome    text check (length(outcome) between 1 and 200),
    version    int not null default 1,
    created_at timestamptz not null default now(),
    primary key (network, id)
);
create unique index product_named on products.product (network, platform.fold(name));
select platform.shelter('products.product');

-- When it reached which stage, and what shows it.
create table products.stage_change (
    network    uuid not null references access.network,
    id         uuid not null default gen_random_uuid(),
    product    uuid not null,
    stage      text not null check (stage in ('IDEA', 'CONCEPT', 'PILOT', 'MARKET', 'ENDED')),
    entered_on date not null,
    reason     text check (length(reason) between 1 and 1000),
    created_at timestamptz not null default now(),
    primary key (network, id),
    foreign key (network, product) references products.product (network, id) on delete cascade
);
create index on products.stage_change (network, product, entered_on, created_at);
select platform.shelter('products.stage_change');

-- Where it stands: the last step there is. An idea before the first one.
create function products.stage_of(product uuid) returns text language sql stable as
$$ select coalesce((select s.stage from products.stage_change s
                     where s.network = platform.network() and s.product = stage_of.product
                     order by s.entered_on desc, s.created_at desc, s.id limit 1), 'IDEA') $$;

-- Who takes part: owners answer for it, the others bring something. [joined_on, left_on)
create table products.partner (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    product      uuid not null,
    organisation uuid not null,
    owner        boolean not null default false,
    brings       text check (length(brings) between 1 and 1000),
    joined_on    date not null,
    left_on      date,
    primary key (network, id),
    foreign key (network, product) references products.product (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade,
    check (joined_on < left_on)
);
create unique index partner_once on products.partner (network, product, organisation) where left_on is null;
create index on products.partner (network, organisation);
select platform.shelter('products.partner');

-- What each takes of cost and revenue, in per cent.
create table products.portion (
    network       uuid not null references access.network,
    id            uuid not null default gen_random_uuid(),
    product       uuid not null,
    partner       uuid not null,
    cost_share    numeric(5, 2) check (cost_share between 0 and 100),
    revenue_share numeric(5, 2) check (revenue_share between 0 and 100),
    primary key (network, id),
    unique (network, partner),
    foreign key (network, product) references products.product (network, id) on delete cascade,
    foreign key (network, partner) references products.partner (network, id) on delete cascade
);
create index on products.portion (network, product);
select platform.shelter('products.portion');

-- What it costs, brings and how many want it; euros, a year.
create table products.sheet (
    network       uuid not null references access.network,
    id            uuid not null default gen_random_uuid(),
    product       uuid not null,
    unit          text check (length(unit) between 1 and 60),
    price         numeric(12, 2) check (price >= 0),
    variable_cost numeric(12, 2) check (variable_cost >= 0),
    fixed_cost    numeric(14, 2) check (fixed_cost >= 0),
    demand_low    int check (demand_low >= 0),
    demand_high   int check (demand_high >= demand_low),
    demand_source text check (length(demand_source) between 1 and 300),
    version       int not null default 1,
    primary key (network, id),
    unique (network, product),
    foreign key (network, product) references products.product (network, id) on delete cascade,
    check ((demand_low is null) = (demand_high is null))
);
select platform.shelter('products.sheet');

-- The outcome together (organisation null) and what each could have done alone: never one number, always who says so.
create table products.estimate (
    network      uuid not null references access.network,
    id           uuid not null default gen_random_uuid(),
    product      uuid not null,
    organisation uuid,
    low          numeric(14, 2) not null check (low >= 0),
    high         numeric(14, 2) not null check (high >= low),
    source       text not null check (length(source) between 1 and 300),
    estimated_on date not null,
    primary key (network, id),
    unique nulls not distinct (network, product, organisation),
    foreign key (network, product) references products.product (network, id) on delete cascade,
    foreign key (network, organisation) references directory.organisation (network, id) on delete cascade
);
select platform.shelter('products.estimate');

-- Who sees the money of a product: the office and those who take part in it.
create function products.takes_part(product uuid) returns boolean language sql stable as
$$ select access.is_office() or exists (
        select from products.partner p
         where p.network = platform.network() and p.product = takes_part.product and p.left_on is null
           and access.works_for(p.organisation)) $$;

create policy inside_only on products.product as restrictive to wirknetz_app using (access.is_inside());
create policy inside_only on products.stage_change as restrictive to wirknetz_app using (access.is_inside());
create policy inside_only on products.partner as restrictive to wirknetz_app using (access.is_inside());
create policy partners_only on products.portion as restrictive to wirknetz_app using (products.takes_part(product));
create policy partners_only on products.sheet as restrictive to wirknetz_app using (products.takes_part(product));
create policy partners_only on products.estimate as restrictive to wirknetz_app using (products.takes_part(product));

-- For other rooms: who works with whom on what.
create view products.partner_card with (security_invoker = true) as
select p.network, p.id, p.product, product.name, products.stage_of(p.product) as stage, p.organisation, p.owner, p.joined_on, p.left_on
  from products.partner p
  join products.product product on product.network = p.network and product.id = p.product;

grant usage on schema products to wirknetz_app;
grant select on products.partner_card to wirknetz_app;

create function products.index_products() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    insert into platform.search_entry (network, id, kind, title, hint, folded, words)
    select p.network, p.id, 'product', p.name, '', platform.fold(p.name), to_tsvector('german', concat_ws(' ', p.name, p.purpose))
      from touched p;
    return null;
end $$;
create function products.unindex() returns trigger language plpgsql as $$
begin
    delete from platform.search_entry e using touched t where e.network = t.network and e.id = t.id;
    return null;
end $$;
create trigger search_insert after insert on products.product referencing new table as touched
    for each statement execute function products.index_products();
create trigger search_update after update on products.product referencing new table as touched
    for each statement execute function products.index_products();
create trigger search_delete after delete on products.product referencing old table as touched
    for each statement execute function products.unindex();
