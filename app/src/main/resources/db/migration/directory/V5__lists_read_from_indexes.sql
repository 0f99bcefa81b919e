-- Lists find and order their identities in indexes alone, however deep the page. An index answers alone only if it also
-- holds the columns its expressions are made of; the folded text is then read from it and not computed again, which for
-- 20,000 names costs more than all the rest.
drop index directory.organisation_by_name;
create index organisation_by_name on directory.organisation (network, platform.fold(name), id) include (name, area);
create index organisation_by_short_name on directory.organisation
    (network, platform.fold(short_name), platform.fold(name), id) include (short_name, name);
create index organisation_by_city on directory.organisation
    (network, platform.fold(city), platform.fold(name), id) include (city, name);
create index organisation_by_postcode on directory.organisation
    (network, postcode, platform.fold(name), id) include (name);

drop index directory.person_by_name;
create index person_by_name on directory.person
    (network, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name);

drop index directory.membership_by_status;
drop index directory.membership_network_organisation_idx;
create index membership_by_organisation on directory.membership
    (network, organisation) include (status, valid_from, valid_to);
create index membership_by_status on directory.membership
    (network, status, organisation) include (valid_from, valid_to);
