-- The list of ties is read along an index in each of its orders; each holds what its filters ask.
create index tie_by_start on networkcheck.tie (network, from_organisation, id) include (kind, valid_from, valid_to);
drop index networkcheck.tie_network_to_organisation_idx;
create index tie_by_goal on networkcheck.tie (network, to_organisation, id) include (kind, valid_from, valid_to);
create index tie_by_kind on networkcheck.tie (network, kind, id) include (valid_from, valid_to);
create index tie_by_strength on networkcheck.tie (network, strength, id) include (kind, valid_from, valid_to);
create index tie_by_since on networkcheck.tie (network, valid_from, id) include (kind, valid_to);
create index tie_by_until on networkcheck.tie (network, valid_to, id) include (kind, valid_from);
create index tie_by_confirmation on networkcheck.tie
    (network, (from_confirmed_at is not null and to_confirmed_at is not null), id) include (kind, valid_from, valid_to);
