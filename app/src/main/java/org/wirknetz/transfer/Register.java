package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.MemberStatus;
import org.wirknetz.platform.tables.Period;

/// What the network has already, by the ways a file may name it.
final class Register {

    record Known(
            UUID id,
            String key,
            String name,
            Map<String, @Nullable String> fields,
            @Nullable UUID area,
            boolean coordinator,
            Map<String, String> free) {}

    record KnownPerson(UUID id, String key, Map<String, @Nullable String> fields, Map<String, String> free) {}

    /// Whether columns of a list that are no field say something that is not known.
    static boolean saysMore(Map<String, String> free, Map<String, String> known) {
        return !known.entrySet().containsAll(free.entrySet());
    }

    record GroupNames(String german, String english) {}

    final Map<UUID, Known> organisations = new LinkedHashMap<>();
    private final Map<String, UUID> organisationByKey = new HashMap<>();
    private final Map<String, UUID> organisationByName = new HashMap<>();
    final Map<UUID, KnownPerson> people = new HashMap<>();
    private final Map<String, UUID> personByKey = new HashMap<>();
    private final Map<String, UUID> personByMail = new HashMap<>();
    private final Map<String, UUID> personByName = new HashMap<>();
    final Map<String, UUID> groups = new HashMap<>();
    final Map<UUID, GroupNames> groupNames = new HashMap<>();
    final Map<String, UUID> areas = new HashMap<>();
    final Set<String> organisationGroups = new HashSet<>();
    final Map<UUID, List<MembershipCourse.Interval>> memberships = new HashMap<>();
    private final Map<String, List<KnownMandate>> mandates = new HashMap<>();
    private final Map<String, List<KnownTie>> ties = new HashMap<>();

    static final String[] ORGANISATION_FIELDS = {"website", "email", "phone", "street", "postcode", "city"};
    static final String[] PERSON_FIELDS = {"title", "given_name", "family_name", "email", "phone"};

    static Register read(JdbcTemplate db) {
        var register = new Register();
        db.query("""
                select id, key, name, area, coordinator, website, email, phone, street, postcode, city, free
                  from directory.organisation order by key
                """, row -> {
            var fields = new HashMap<String, @Nullable String>();
            for (var field : ORGANISATION_FIELDS) fields.put(field, row.getString(field));
            register.know(new Known(
                    row.getObject("id", UUID.class),
                    row.getString("key"),
                    row.getString("name"),
                    fields,
                    row.getObject("area", UUID.class),
                    row.getBoolean("coordinator"),
                    Json.texts(row.getString("free"))));
        });
        db.query("select organisation, name from directory.organisation_name", row -> {
            register.organisationByName.putIfAbsent(
                    Folded.words(row.getString("name")), row.getObject("organisation", UUID.class));
        });
        db.query(
                "select id, key, title, given_name, family_name, email, phone, free from directory.person where forgotten_on is null",
                row -> {
                    var fields = new HashMap<String, @Nullable String>();
                    for (var field : PERSON_FIELDS) fields.put(field, row.getString(field));
                    register.know(new KnownPerson(
                            row.getObject("id", UUID.class),
                            row.getString("key"),
                            fields,
                            Json.texts(row.getString("free"))));
                });
        db.query("select id, key, name_de, name_en from directory.actor_group", row -> {
            for (var name : new String[] {"key", "name_de", "name_en"}) {
                register.groups.put(Folded.words(row.getString(name)), row.getObject("id", UUID.class));
            }
            register.groupNames.put(
                    row.getObject("id", UUID.class),
                    new GroupNames(row.getString("name_de"), row.getString("name_en")));
        });
        db.query("select id, key, name from directory.area", row -> {
            for (var name : new String[] {"key", "name"}) {
                register.areas.put(Folded.words(row.getString(name)), row.getObject("id", UUID.class));
            }
        });
        db.query("select organisation, actor_group from directory.organisation_group", row -> {
            register.organisationGroups.add(row.getString(1) + row.getString(2));
        });
        db.query("select organisation, id, status, valid_from, valid_to from directory.membership", row -> {
            register.memberships
                    .computeIfAbsent(row.getObject(1, UUID.class), it -> new ArrayList<>(2))
                    .add(new MembershipCourse.Interval(
                            row.getObject(2, UUID.class),
                            MemberStatus.valueOf(row.getString(3)),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class)));
        });
        db.query(
                "select person, organisation, function, id, level, valid_from, valid_to from directory.mandate",
                row -> {
                    register.mandates(mandate(
                                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)))
                            .add(new KnownMandate(
                                    row.getObject(4, UUID.class),
                                    row.getString(5),
                                    new Period(row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class))));
                });
        db.query("""
                select from_organisation, to_organisation, kind, id, strength, mutual, form, valid_from, valid_to
                  from networkcheck.tie
                """, row -> {
            register.ties(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3))
                    .add(new KnownTie(
                            row.getObject(4, UUID.class),
                            row.getObject(5, Integer.class),
                            row.getBoolean(6),
                            row.getString(7),
                            new Period(row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class))));
        });
        return register;
    }

    static String mandate(UUID person, UUID organisation, String function) {
        return person + "|" + organisation + "|" + Folded.words(function);
    }

    /// @param mandate see [#mandate]
    /// @return to be added to by whoever writes one
    List<KnownMandate> mandates(String mandate) {
        return mandates.computeIfAbsent(mandate, it -> new ArrayList<>(1));
    }

    /// From one organisation to another, of a kind.
    ///
    /// @return to be added to by whoever writes one
    List<KnownTie> ties(UUID from, UUID to, String kind) {
        return ties.computeIfAbsent(from + "|" + to + "|" + kind, it -> new ArrayList<>(1));
    }

    void know(Known organisation) {
        organisations.put(organisation.id(), organisation);
        organisationByKey.putIfAbsent(organisation.key(), organisation.id());
        organisationByName.putIfAbsent(Folded.words(organisation.name()), organisation.id());
    }

    /// Notes another name of an organisation; false where the name is known already, for this one or another.
    boolean learn(UUID organisation, String name) {
        return organisationByName.putIfAbsent(Folded.words(name), organisation) == null;
    }

    void know(KnownPerson person) {
        people.put(person.id(), person);
        personByKey.putIfAbsent(person.key(), person.id());
        var mail = person.fields().get("email");
        if (mail != null && !mail.isBlank())
            personByMail.putIfAbsent(mail.toLowerCase(java.util.Locale.ROOT), person.id());
        personByName.putIfAbsent(name(person), person.id());
    }

    private static String name(KnownPerson person) {
        return Folded.words(
                person.fields().get("given_name") + " " + person.fields().get("family_name"));
    }

    @Nullable
    UUID organisation(String key, String name) {
        var byKey = organisationByKey.get(key);
        return byKey != null ? byKey : organisationByName.get(Folded.words(name));
    }

    /// By key, else by mail address, else by name where the row has no address that could say otherwise.
    @Nullable
    UUID person(String key, String mail, String name) {
        var byKey = personByKey.get(key);
        if (byKey != null) return byKey;
        if (!mail.isEmpty()) {
            var byMail = personByMail.get(mail.toLowerCase(java.util.Locale.ROOT));
            if (byMail != null) return sameName(byMail, name) ? byMail : null;
        }
        var byName = personByName.get(Folded.words(name));
        if (byName == null) return null;
        var known = people.get(byName);
        var knownMail = known == null ? null : known.fields().get("email");
        return mail.isEmpty() || knownMail == null || knownMail.isBlank() ? byName : null;
    }

    private boolean sameName(UUID id, String name) {
        var known = people.get(id);
        return known != null && name(known).equals(Folded.words(name));
    }
}
