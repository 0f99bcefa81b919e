package org.wirknetz.transfer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.Place;

/// Actor groups and areas by the names a file gives them; what the network lacks is made.
final class GroupsAndAreas {

    private int newGroups;
    private int newAreas;
    private final Set<UUID> made = new HashSet<>();
    private final Map<Taken, Times> taken = new LinkedHashMap<>();
    private final JdbcTemplate db;
    private final UUID network;
    private final Register register;
    private final GroupWords words = new GroupWords();

    GroupsAndAreas(JdbcTemplate db, UUID network, Register register) {
        this.db = db;
        this.network = network;
        this.register = register;
    }

    int newGroups() {
        return newGroups;
    }

    int newAreas() {
        return newAreas;
    }

    /// The group a file names for an organisation: by its name, else by a word offices use for it, else a new one.
    UUID group(String name, OrganisationRow row) {
        if (!register.groups.containsKey(Folded.words(name))) {
            var meant = words.key(name, row.name()).map(it -> register.groups.get(Folded.words(it)));
            meant.ifPresent(it -> taken.computeIfAbsent(new Taken(name, it), first -> new Times(row.at()))
                    .more());
            if (meant.isPresent()) return meant.get();
        }
        var group = group(name);
        if (made.contains(group)) {
            taken.computeIfAbsent(new Taken(name, group), first -> new Times(row.at()))
                    .more();
        }
        return group;
    }

    private record Taken(String word, UUID group) {}

    private static final class Times {
        private final Place first;
        private int number;

        Times(Place first) {
            this.first = first;
        }

        void more() {
            number++;
        }
    }

    /// Says for each word that was no name of a group what was made of it.
    void tell(Findings findings) {
        taken.forEach((it, times) -> {
            var at = times.first.column("group");
            var names = register.groupNames.get(it.group());
            findings.add(
                    names == null
                            ? Finding.note(at, "transfer.group.made", it.word(), times.number)
                            : Finding.note(
                                    at,
                                    "transfer.group.meant",
                                    it.word(),
                                    names.german(),
                                    names.english(),
                                    times.number));
        });
    }

    UUID group(String name) {
        return register.groups.computeIfAbsent(Folded.words(name), folded -> {
            var id = UUID.randomUUID();
            newGroups++;
            made.add(id);
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

    @Nullable
    UUID area(String name) {
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
}
