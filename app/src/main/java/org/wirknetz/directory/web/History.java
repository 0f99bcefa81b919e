package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.KeptChanges;
import org.wirknetz.access.KeptChanges.Kept;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.web.Deed;

/// What was changed on a card and on what hangs on it, in words: who, when, from what to what.
///
/// Nobody reads more here than on the card: the office's own fields, and people whom one does not see, are
/// left out.
@Component
class History {

    private static final Set<String> TOLD = Set.of(
            "organisation", "organisation_group", "organisation_name", "membership", "position", "mandate", "person");
    /// Columns that say nothing to anybody.
    private static final Set<String> SILENT = Set.of("network", "id", "version", "key", "created_at", "longitude");
    private static final Set<String> OF_THE_OFFICE = Set.of("note", "source", "informed_on", "reason");
    /// That they changed is said; what is in them are lists of their own.
    private static final Set<String> NAMED_ONLY = Set.of("free", "visibility", "latitude");
    private static final Set<String> REFERENCES =
            Set.of("area", "host", "successor", "organisation", "person", "deputy", "actor_group");
    /// What says of a row what it is about, in this order.
    private static final List<String> ABOUT =
            List.of("person", "organisation", "actor_group", "status", "kind", "function", "name");

    private static final int LONGEST = 160;

    private final JdbcClient db;
    private final Desk desk;
    private final KeptChanges kept;

    History(JdbcClient db, Desk desk, KeptChanges kept) {
        this.db = db;
        this.desk = desk;
        this.kept = kept;
    }

    List<Deed> of(UUID card, Sight sight) {
        var entries = kept.of(parts(card));
        var names = names(entries, sight);
        return entries.stream()
                .flatMap(entry -> deed(entry, card, names, sight).stream())
                .toList();
    }

    /// The card and what hangs on it, taken away things included.
    private List<UUID> parts(UUID card) {
        return db.sql("""
                        select cast(:card as uuid) as id
                        union select id from directory.membership where network = platform.network() and organisation = :card
                        union select id from directory.organisation_group where network = platform.network() and organisation = :card
                        union select id from directory.organisation_name where network = platform.network() and organisation = :card
                        union select id from directory.position
                               where network = platform.network() and (organisation = :card or person = :card)
                        union select id from directory.mandate
                               where network = platform.network() and (organisation = :card or person = :card)
                        union select gone from directory.taken_from(:card) gone
                        """).param("card", card).query(UUID.class).list();
    }

    private Optional<Deed> deed(Kept entry, UUID card, Map<String, String> names, Sight sight) {
        if (!TOLD.contains(entry.relation())) return Optional.empty();
        var shifts = entry.verb().equals("update") ? shifts(entry, names, sight) : List.<Deed.Shift>of();
        if (entry.verb().equals("update") && shifts.isEmpty()) return Optional.empty();
        return Optional.of(new Deed(
                entry.change(),
                entry.at(),
                entry.who(),
                desk.say("directory.history." + entry.relation() + "." + entry.verb()),
                entry.record().equals(card) ? "" : about(entry, card, names),
                shifts,
                entry.undone(),
                entry.small() && sight.seesFormer()));
    }

    private List<Deed.Shift> shifts(Kept entry, Map<String, String> names, Sight sight) {
        var columns = new TreeSet<String>(entry.before().keySet());
        columns.addAll(entry.after().keySet());
        var shifts = new ArrayList<Deed.Shift>();
        for (var column : columns) {
            var before = entry.before().get(column);
            var after = entry.after().get(column);
            if (Objects.equals(before, after) || SILENT.contains(column)) continue;
            if (OF_THE_OFFICE.contains(column) && !sight.seesFormer()) continue;
            var label = desk.say("directory.column." + column);
            boolean bare = NAMED_ONLY.contains(column);
            shifts.add(new Deed.Shift(
                    label, bare ? "" : word(column, before, names), bare ? "" : word(column, after, names)));
        }
        return shifts;
    }

    private String about(Kept entry, UUID card, Map<String, String> names) {
        var state = entry.state();
        return ABOUT.stream()
                .filter(column -> !card.toString().equals(state.get(column)))
                .map(column -> word(column, state.get(column), names))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String word(String column, @Nullable String value, Map<String, String> names) {
        if (value == null) return "";
        if (REFERENCES.contains(column)) return names.getOrDefault(value, desk.say("directory.history.unseen"));
        return switch (column) {
            case "level" -> desk.say("directory.level." + value);
            case "kind" -> desk.say("directory.post." + value);
            case "status" -> desk.say("directory.status." + value);
            case "coordinator" -> desk.say("directory.history." + value);
            case "valid_from", "valid_to", "succeeded_on", "informed_on" -> desk.date(LocalDate.parse(value));
            default -> value.length() > LONGEST ? value.substring(0, LONGEST).strip() + " …" : value;
        };
    }

    private record Name(String id, String name) {}

    /// The names of everything the entries point to, as far as this person sees it today.
    private Map<String, String> names(List<Kept> entries, Sight sight) {
        var ids = new HashSet<String>();
        for (var entry : entries) {
            for (var column : REFERENCES) {
                Stream.of(entry.before(), entry.after())
                        .map(it -> it.get(column))
                        .filter(Objects::nonNull)
                        .forEach(ids::add);
            }
        }
        var names = new HashMap<String, String>();
        if (ids.isEmpty()) return names;
        db.sql("""
                        select id::text as id, name from directory.organisation
                         where network = platform.network() and id = any (cast(:ids as uuid[]))
                        union all
                        select id::text, name from directory.area where network = platform.network() and id = any (cast(:ids as uuid[]))
                        union all
                        select id::text, case when :language = 'en' then name_en else name_de end from directory.actor_group
                         where network = platform.network() and id = any (cast(:ids as uuid[]))
                        union all
                        select id::text, trim(concat_ws(' ', title, given_name, family_name))
                          from directory.person_seen(:audience, cast(:own as uuid[]), :today)
                         where network = platform.network() and id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", ids.stream().collect(Collectors.joining(",", "{", "}")))
                .param("language", desk.locale().getLanguage())
                .param("audience", sight.audience())
                .param("own", sight.own())
                .param("today", desk.today())
                .query(Name.class)
                .list()
                .forEach(it -> names.put(it.id(), it.name()));
        return names;
    }
}
