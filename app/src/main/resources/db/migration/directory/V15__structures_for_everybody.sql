-- Which bodies, alliances and programmes there are in the region, for everybody once the office has opened it.
alter table directory.setting add column public_structures boolean not null default false;
