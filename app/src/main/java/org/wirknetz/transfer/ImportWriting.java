package org.wirknetz.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.PersonRow;
import org.wirknetz.platform.tables.TargetRow;
import org.wirknetz.platform.tables.TieRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes the tables of a file into the network of the scope, inside the caller's transaction.
///
/// What the file says fills or replaces; what it leaves blank stays. Nothing is deleted. The dry run runs this very
/// code and takes the transaction back, so that it cannot promise what the run would not do.
final class ImportWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final Map<String, String> decisions;
    private final Progress progress;
    private final long whole;
    private long done;

    private final Map<String, UUID> organisations = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private int newGroups;
    private int newAreas;

    /// @param decisions by key of an organisation in the file: the identity in the network, or the key in the
    /// file, it
    /// is
    /// the same as
    ImportWriting(
            JdbcTemplate db,
            UUID network,
            LocalDate today,
            Map<String, String> decisions,
            NetworkTables tables,
            Progress progress) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.decisions = decisions;
        this.progress = progress;
        this.whole = (long) tables.organisations().size()
                + tables.people().size()
                + tables.mandates().size()
                + tables.ties().size()
                + tables.contributions().size()
                + tables.targets().size();
    }

    ImportCounts write(NetworkTables tables) {
        var register = Register.read(db);
        var organisationCount = organisations(tables.organisations(), register);
        var peopleCount = people(tables.people(), register);
        var mandateCount = mandates(tables.mandates(), register);
        var tieCount = ties(tables.ties(), register);
        var contributionCount =
                new ContributionWriting(db, network, organisations, this::step).write(tables.contributions());
        var targetCount = targets(tables.targets(), register);
        progress.at(whole, whole);
        return new ImportCounts(
                organisationCount,
                peopleCount,
                mandateCount,
                tieCount,
                contributionCount,
                targetCount,
                newGroups,
                newAreas);
    }

    private void step() {
        if (++done % 500 == 0) progress.at(done, whole);
    }

    private Count organisations(List<OrganisationRow> rows, Register register) {
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
        int addedCount = 0;
        int changedCount = 0;
        int unchangedCount = 0;
        boolean hasCoordinator = register.organisations.values().stream().anyMatch(Register.Known::coordinator);
        for (var row : rows) {
            step();
            var existing = existing(row, register);
            var area = area(row.area(), register);
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
                register.know(new Register.Known(id, Checks.key(row.key()), row.name(), contact, area, coordinates));
                addedCount++;
            } else {
                organisations.put(row.key(), existing);
                var known = register.organisations.get(existing);
                boolean coordinates = known != null && (known.coordinator() || row.coordinator() && !hasCoordinator);
                if (known != null && differs(known, contact, area, coordinates)) {
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
                            Json.of(row.free()));
                    changedCount++;
                } else {
                    unchangedCount++;
                }
                hasCoordinator |= coordinates;
            }
        }
        added.flush();
        changed.flush();
        groupsAndMemberships(rows, register);
        return new Count(addedCount, changedCount, unchangedCount);
    }

    private @Nullable UUID existing(OrganisationRow row, Register register) {
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
        fields.put("email", blank(contact.email()));
        fields.put("phone", blank(contact.phone()));
        fields.put("street", blank(contact.street()));
        fields.put("postcode", blank(contact.postcode()));
        fields.put("city", blank(contact.city()));
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

    private void groupsAndMemberships(List<OrganisationRow> rows, Register register) {
        var groups = new Rows(db, """
                insert into directory.organisation_group (network, organisation, actor_group)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[]) on conflict do nothing
                """, "uuid", "uuid", "uuid");
        var memberships = new Rows(db, """
                insert into directory.membership (network, organisation, status, valid_from, valid_to)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                """, "uuid", "uuid", "text", "date", "date");
        for (var row : rows) {
            var organisation = java.util.Objects.requireNonNull(organisations.get(row.key()));
            for (var name : row.groups()) {
                var group = group(name, register);
                if (register.organisationGroups.add(organisation + "" + group))
                    groups.add(network, organisation, group);
            }
            if (register.members.add(organisation)) {
                memberships.add(
                        network,
                        organisation,
                        "ACTIVE",
                        row.member().from(),
                        row.member().to());
                if (row.member().to() != null)
                    memberships.add(network, organisation, "LEFT", row.member().to(), null);
            }
        }
        groups.flush();
        memberships.flush();
    }

    private UUID group(String name, Register register) {
        return register.groups.computeIfAbsent(Folded.words(name), folded -> {
            var id = UUID.randomUUID();
            newGroups++;
            db.update("""
                    insert into directory.actor_group (network, id, key, name_de, name_en, position)
                    values (?, ?, ?, ?, ?, (select coalesce(max(position), 0) + 10 from directory.actor_group))
                    """, network, id, freeGroupKey(folded), name, name);
            return id;
        });
    }

    private String freeGroupKey(String folded) {
        var base = folded.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^[^A-Z]+", "");
        if (base.isEmpty()) base = "GROUP";
        if (base.length() > 50) base = base.substring(0, 50);
        var key = base;
        for (int number = 2; taken(key); number++) key = base + "_" + number;
        return key;
    }

    private boolean taken(String key) {
        return Boolean.TRUE.equals(db.queryForObject(
                "select exists (select from directory.actor_group where key = ?)", Boolean.class, key));
    }

    private @Nullable UUID area(String name, Register register) {
        if (name.isBlank()) return null;
        return register.areas.computeIfAbsent(Folded.words(name), folded -> {
            var id = UUID.randomUUID();
            newAreas++;
            var key = name.length() <= 40 ? name : name.substring(0, 40);
            db.update(
                    "insert into directory.area (network, id, key, name, level) values (?, ?, ?, ?, 'DISTRICT')",
                    network,
                    id,
                    key,
                    name);
            return id;
        });
    }

    private Count people(List<PersonRow> rows, Register register) {
        var added = new Rows(db, """
                insert into directory.person (network, id, key, title, given_name, family_name, email, phone, source, free)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::jsonb[])
                """, "uuid", "uuid", "text", "text", "text", "text", "text", "text", "text", "jsonb");
        var changed = new Rows(db, """
                update directory.person p
                   set title = coalesce(n.title, p.title), email = coalesce(n.email, p.email), phone = coalesce(n.phone, p.phone),
                       free = p.free || n.free, version = p.version + 1
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::jsonb[])
                       as n (network, id, title, email, phone, free)
                 where p.network = n.network and p.id = n.id
                """, "uuid", "uuid", "text", "text", "text", "jsonb");
        int addedCount = 0;
        int changedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step();
            var existing = register.person(Checks.key(row.key()), row.email(), row.name());
            if (existing == null) {
                var id = UUID.randomUUID();
                added.add(
                        network,
                        id,
                        Checks.key(row.key()),
                        blank(row.title()),
                        row.givenName(),
                        family(row),
                        blank(row.email()),
                        blank(row.phone()),
                        row.at().file(),
                        Json.of(row.free()));
                people.put(row.key(), id);
                register.know(new Register.KnownPerson(id, Checks.key(row.key()), fields(row)));
                addedCount++;
            } else {
                people.put(row.key(), existing);
                if (differs(register.people.get(existing), row)) {
                    changed.add(
                            network,
                            existing,
                            blank(row.title()),
                            blank(row.email()),
                            blank(row.phone()),
                            Json.of(row.free()));
                    changedCount++;
                } else {
                    unchangedCount++;
                }
            }
        }
        added.flush();
        changed.flush();
        return new Count(addedCount, changedCount, unchangedCount);
    }

    /// Somebody of whom only a mail address or a given name is known is kept under that.
    private static String family(PersonRow row) {
        if (!row.familyName().isBlank()) return row.familyName();
        return row.email().isBlank()
                ? row.key()
                : row.email().substring(0, Math.min(120, row.email().length()));
    }

    private static Map<String, @Nullable String> fields(PersonRow row) {
        var fields = new HashMap<String, @Nullable String>();
        fields.put("title", blank(row.title()));
        fields.put("given_name", row.givenName());
        fields.put("family_name", row.familyName());
        fields.put("email", blank(row.email()));
        fields.put("phone", blank(row.phone()));
        return fields;
    }

    private static boolean differs(Register.@Nullable KnownPerson known, PersonRow row) {
        if (known == null) return false;
        for (var field : new String[] {"title", "email", "phone"}) {
            var said = fields(row).get(field);
            if (said != null && !said.equals(known.fields().get(field))) return true;
        }
        return false;
    }

    private Count mandates(List<MandateRow> rows, Register register) {
        var added = new Rows(db, """
                insert into directory.mandate (network, person, organisation, function, level, valid_from, valid_to)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[])
                """, "uuid", "uuid", "uuid", "text", "text", "date", "date");
        int addedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step();
            var person = people.get(row.person());
            var organisation = organisations.get(row.organisation());
            if (person == null || organisation == null) continue; // the reader has refused the file for this
            if (register.mandates.add(Register.mandate(
                    person, organisation, row.function(), row.period().from()))) {
                var level = row.level();
                var ended = row.former() && row.period().to() == null
                        ? ended(row)
                        : row.period().to();
                added.add(
                        network,
                        person,
                        organisation,
                        row.function(),
                        level == null ? null : level.name(),
                        row.period().from(),
                        ended);
                addedCount++;
            } else {
                unchangedCount++;
            }
        }
        added.flush();
        return new Count(addedCount, 0, unchangedCount);
    }

    /// "Ehemalig" without a date: it ended at the latest today.
    private LocalDate ended(MandateRow row) {
        var from = row.period().from();
        return from != null && !from.isBefore(today) ? from.plusDays(1) : today;
    }

    private Count ties(List<TieRow> rows, Register register) {
        var added = new Rows(db, """
                insert into networkcheck.tie
                    (network, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to,
                     from_confirmed_at, to_confirmed_at)
                select n.network, n.from_organisation, n.to_organisation, n.kind, n.strength, n.mutual, n.form, n.valid_from, n.valid_to,
                       now(), case when n.mutual then now() end
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::boolean[], ?::text[], ?::date[], ?::date[])
                       as n (network, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to)
                """, "uuid", "uuid", "uuid", "text", "int4", "bool", "text", "date", "date");
        int addedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step();
            var from = organisations.get(row.from());
            var to = organisations.get(row.to());
            if (from == null || to == null || from.equals(to)) continue; // refused by the reader; or one after a merge
            if (register.ties.add(
                    Register.tie(from, to, row.kind(), row.period().from()))) {
                added.add(
                        network,
                        from,
                        to,
                        row.kind(),
                        strength(row.strength()),
                        row.mutual(),
                        Checks.form(row.form()),
                        row.period().from(),
                        row.period().to());
                addedCount++;
            } else {
                unchangedCount++;
            }
        }
        added.flush();
        return new Count(addedCount, 0, unchangedCount);
    }

    private static @Nullable Integer strength(@Nullable BigDecimal strength) {
        return strength == null ? null : strength.intValueExact();
    }

    /// A target list that says something new becomes a new version from today; one that says the same changes
    /// nothing.
    private Count targets(List<TargetRow> rows, Register register) {
        if (rows.isEmpty()) return Count.NONE;
        Set<String> said = new HashSet<>();
        for (var row : rows) {
            var group = group(row.group(), register);
            var area = area(row.area(), register);
            said.add(group + "|" + area + "|" + row.minimum() + "|"
                    + row.weight().stripTrailingZeros().toPlainString());
        }
        var known = new HashSet<>(db.queryForList("""
                select r.actor_group || '|' || coalesce(r.area::text, 'null') || '|' || r.minimum || '|' || trim_scale(r.weight)
                  from directory.target_role r
                 where r.model = (select id from directory.target_model where valid_from <= ? order by number desc limit 1)
                """, String.class, today));
        if (said.equals(known)) return new Count(0, 0, rows.size());
        var model = UUID.randomUUID();
        db.update(
                """
                insert into directory.target_model (network, id, name, number, valid_from, source)
                values (?, ?, ?, (select coalesce(max(number), 0) + 1 from directory.target_model), ?, ?)
                """,
                network,
                model,
                rows.getFirst().at().file(),
                today,
                rows.getFirst().at().file());
        for (var row : rows) {
            step();
            db.update(
                    """
                    insert into directory.target_role (network, model, actor_group, area, minimum, weight)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    network,
                    model,
                    group(row.group(), register),
                    area(row.area(), register),
                    row.minimum(),
                    row.weight());
        }
        return new Count(rows.size(), 0, 0);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
