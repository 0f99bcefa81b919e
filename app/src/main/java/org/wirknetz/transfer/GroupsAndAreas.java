package org.wirknetz.transfer;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Folded;

/// Actor groups and areas by the names a file gives them; what the network lacks is made.
final class GroupsAndAreas {

    private int newGroups;
    private int newAreas;
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
    UUID group(String name, String organisation) {
        if (!register.groups.containsKey(Folded.words(name))) {
            var meant = words.key(name, organisation).map(it -> register.groups.get(Folded.words(it)));
            if (meant.isPresent()) return meant.get();
        }
        return group(name);
    }

    UUID group(String name) {
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
