package org.wirknetz.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes organisations with their groups, and notes under which identity each key of the file is kept.
/// A name under which a known organisation comes is kept beside its own, so that search and the next import know it.
final class OrganisationWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, String> decisions;
    private final Map<String, UUID> organisations;
    private final Register register;
    private final GroupsAndAreas places;
    private final MembershipWriting memberships;
    private final Runnable step;
    private final Set<UUID> made = new HashSet<>();
    private final Set<UUID> spoken = new HashSet<>();
    private final List<Joined> joined = new ArrayList<>();

    OrganisationWriting(
            JdbcTemplate db,
            UUID network,
            Map<String, String> decisions,
            Map<String, UUID> organisations,
            Register register,
            GroupsAndAreas places,
            MembershipWriting memberships,
            Runnable step) {
        this.db = db;
        this.network = network;
        this.decisions = decisions;
        this.organisations = organisations;
        this.register = register;
        this.places = places;
        this.memberships = memberships;
        this.step = step;
    }

    Count write(List<OrganisationRow> rows) {
        var added = new Rows(
                db,
                """
                insert into directory.organisation
                    (network, id, key, name, area, coordinator, website, email, phone, street, postcode, city, free)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::boolean[], ?::text[], ?::text[],
                                     ?::text[], ?::text[], ?::text[], ?::text[], ?::jsonb[])
                """,
                "uuid",
                "uuid",
                "text",
                "text",
                "uuid",
                "boolean",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "jsonb");
        var changed = new Rows(
                db, """
                update directory.organisation o
                   set area = coalesce(n.area, o.area), coordinator = n.coordinator,
                       website = coalesce(n.website, o.website), email = coalesce(n.email, o.email),
                       phone = coalesce(n.phone, o.phone), street = coalesce(n.street, o.street),
                       postcode = coalesce(n.postcode, o.postcode), city = coalesce(n.city, o.city),
                       free = o.free || n.free, version = o.version + 1
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::jsonb[])
                       as n (network, id, area, coordinator, website, email, phone, street, postcode, city, free)
                 where o.network = n.network and o.id = n.id
                """, "uuid", "uuid", "uuid", "boolean", "text", "text", "text", "text", "text", "text", "jsonb");
        var spellings = new ArrayList<Spelling>();
        int addedCount = 0;
        int changedCount = 0;
        int unchangedCount = 0;
        boolean hasCoordinator = register.organisations.values().stream().anyMatch(Register.Known::coordinator);
        for (var row : rows) {
            step.run();
            var existing = existing(row);
            var area = places.area(row.area());
            var contact = contact(row);
            if (existing == null) {
                var id = UUID.randomUUID();
                boolean coordinates = row.coordinator() && !hasCoordinator;
                hasCoordinator |= coordinates;
                added.add(
                        network,
                        id,
                        Checks.key(row.key()),
                        row.name(),
                        area,
                        coordinates,
                        contact.get("website"),
                        contact.get("email"),
                        contact.get("phone"),
                        contact.get("street"),
                        contact.get("postcode"),
                        contact.get("city"),
                        Json.of(row.free()));
                organisations.put(row.key(), id);
                made.add(id);
                joins(id, row);
                register.know(new Register.Known(
                        id, Checks.key(row.key()), row.name(), contact, area, coordinates, row.free()));
                addedCount++;
            } else {
                organisations.put(row.key(), existing);
                boolean joins = joins(existing, row);
                boolean spelledAnew = register.learn(existing, row.name());
                if (spelledAnew) spellings.add(new Spelling(existing, row.name()));
                var known = register.organisations.get(existing);
                boolean coordinates = known != null && (known.coordinator() || row.coordinator() && !hasCoordinator);
                var free = free(existing, row);
                if (known != null
                        && (differs(known, contact, area, coordinates) || Register.saysMore(free, known.free()))) {
                    changed.add(
                            network,
                            existing,
                            area,
                            coordinates,
                            contact.get("website"),
                            contact.get("email"),
                            contact.get("phone"),
                            contact.get("street"),
                            contact.get("postcode"),
                            contact.get("city"),
                            Json.of(free));
                    changedCount++;
                } else if (spelledAnew || joins) {
                    changedCount++;
                } else {
                    unchangedCount++;
                }
                hasCoordinator |= coordinates;
            }
        }
        added.flush();
        changed.flush();
        keep(spellings);
        join();
        belonging(rows);
        return new Count(addedCount, changedCount, unchangedCount);
    }

    /// What the row says in columns that are no field. Of several rows that are one organisation the first one counts,
    /// or
    /// the same list would change it for ever.
    private Map<String, String> free(UUID organisation, OrganisationRow row) {
        var known = register.organisations.get(organisation);
        if (known == null || spoken.add(organisation) && !made.contains(organisation)) return row.free();
        var more = new HashMap<>(row.free());
        more.keySet().removeAll(known.free().keySet());
        return more;
    }

    private record Spelling(UUID organisation, String name) {}

    private void keep(List<Spelling> spellings) {
        var names = new Rows(db, """
                insert into directory.organisation_name (network, organisation, name)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[])
                """, "uuid", "uuid", "text");
        spellings.forEach(it -> names.add(network, it.organisation(), it.name()));
        names.flush();
    }

    private @Nullable UUID existing(OrganisationRow row) {
        var decided = decisions.get(row.key());
        if (decided != null && !decided.isEmpty()) {
            var inFile = organisations.get(decided);
            if (inFile != null) return inFile;
            try {
                var id = UUID.fromString(decided);
                if (register.organisations.containsKey(id)) return id;
            } catch (IllegalArgumentException notAnIdentity) {
                return register.organisation(Checks.key(row.key()), row.name());
            }
        }
        return register.organisation(Checks.key(row.key()), row.name());
    }

    private static Map<String, @Nullable String> contact(OrganisationRow row) {
        var fields = new HashMap<String, @Nullable String>();
        var contact = row.contact();
        fields.put("website", Checks.website(contact.website()));
        fields.put("email", Checks.blank(contact.email()));
        fields.put("phone", Checks.blank(contact.phone()));
        fields.put("street", Checks.blank(contact.street()));
        fields.put("postcode", Checks.blank(contact.postcode()));
        fields.put("city", Checks.blank(contact.city()));
        return fields;
    }

    private static boolean differs(
            Register.Known known, Map<String, @Nullable String> contact, @Nullable UUID area, boolean coordinates) {
        if (area != null && !area.equals(known.area())) return true;
        if (coordinates != known.coordinator()) return true;
        for (var field : Register.ORGANISATION_FIELDS) {
            var said = contact.get(field);
            if (said != null && !said.equals(known.fields().get(field))) return true;
        }
        return false;
    }

    /// Notes the groups the row names; true where the organisation was not in all of them.
    private boolean joins(UUID organisation, OrganisationRow row) {
        boolean joins = false;
        for (var name : row.groups()) {
            var group = places.group(name, row);
            if (group == null || !register.organisationGroups.add(organisation + "" + group)) continue;
            joined.add(new Joined(organisation, group));
            joins = true;
        }
        return joins;
    }

    private record Joined(UUID organisation, UUID group) {}

    private void join() {
        var groups = new Rows(db, """
                insert into directory.organisation_group (network, organisation, actor_group)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[]) on conflict do nothing
                """, "uuid", "uuid", "uuid");
        joined.forEach(it -> groups.add(network, it.organisation(), it.group()));
        groups.flush();
    }

    private void belonging(List<OrganisationRow> rows) {
        for (var row : rows) {
            var organisation = java.util.Objects.requireNonNull(organisations.get(row.key()));
            // Of somebody who is known and has no status, a row that says nothing about it says nothing.
            if (made.contains(organisation)
                    || row.status() != null
                    || row.member().dated()) {
                memberships.note(organisation, row);
            }
        }
    }
}
