-- Those without a short name, a city or a postcode are listed last, by name: the index of names then has to know it.
drop index directory.organisation_by_name;
create index organisation_by_name on directory.organisation (network, platform.fold(name), id)
    include (name, area, short_name, city, postcode);

-- Who came before an organisation and whom it houses is asked on every card; few have either.
create index organisation_by_successor on directory.organisation (network, successor) where successor is not null;
create index organisation_by_host on directory.organisation (network, host) where host is not null;
