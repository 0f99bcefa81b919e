-- People without an e-mail address or not yet informed are found in each order from its index alone.
drop index directory.person_by_name;
create index person_by_name on directory.person
    (network, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name, email, informed_on);
drop index directory.person_by_email;
create index person_by_email on directory.person
    (network, email, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name, informed_on);
drop index directory.person_by_information;
create index person_by_information on directory.person
    (network, informed_on, platform.fold(family_name), platform.fold(given_name), id) include (family_name, given_name, email);
drop index directory.person_line_by_person;
create index person_line_by_person on directory.person_line (network, person) include (begins, ends, present);
