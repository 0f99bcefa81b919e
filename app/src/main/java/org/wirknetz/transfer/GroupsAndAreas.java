package org.wirknetz.transfer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.wirknetz.platform.tables.TargetRow;

/// Actor groups and areas by the names a file gives them; what the network lacks is made.
final class GroupsAndAreas {

    /// More new groups than this are a wrong column, not an office's words.
    static final int MOST_NEW = 200;

    private int newGroups;
    private int newAreas;
    private final Set<UUID> made = new HashSet<>();
    private final Set<String> before = new HashSet<>();
    private final Map<String, Met> met = new LinkedHashMap<>();
    private final JdbcTemplate db;
    private final UUID network;
    private final Register register;
    private final GroupMemory memory;
    private final Map<String, String> chosen;
    private final GroupWords words = new GroupWords();

    /// @param chosen by folded word, see [ImportChoices#groups]
    GroupsAndAreas(JdbcTemplate db, UUID network, Register register, Map<String, String> chosen) {
        this.db = db;
        this.network = network;
        this.register = register;
        this.chosen = chosen;
        this.memory = new GroupMemory(db, network);
        register.groupNames.keySet().forEach(it -> before.add(it.toString()));
    }

    int newGroups() {
        return newGroups;
    }

    int newAreas() {
        return newAreas;
    }

    /// The group a file names for an organisation: by its name, else as somebody chose, now or at an earlier import,
    /// else by
    /// a word offices use for it, else a new one. Null where the word is to be left out.
    @Nullable
    UUID group(String name, OrganisationRow row) {
        return group(name, row.name(), row.at(), 1);
    }

    /// The group that a target list means: the very one that organisations with this word come to. Null where the word
    /// is to be left out.
    @Nullable
    UUID group(TargetRow row) {
        return group(row.group(), "", row.at(), 0);
    }

    private @Nullable UUID group(String name, String organisation, Place at, int organisations) {
        var folded = Folded.words(name);
        var known = register.groups.get(folded);
        if (known != null && !made.contains(known)) return known;
        var choice = choice(folded, name, organisation);
        var group = group(choice, name);
        if (newGroups > MOST_NEW) return group; // it is refused in the end
        met.computeIfAbsent(folded + "|" + choice, first -> new Met(name, choice, group, at))
                .more(organisations);
        return group;
    }

    private String choice(String folded, String name, String organisation) {
        var said = chosen.get(folded);
        if (said != null && (isWord(said) || before.contains(said))) return said;
        return memory.of(folded)
                .or(() -> words.key(name, organisation)
                        .map(it -> register.groups.get(Folded.words(it)))
                        .map(UUID::toString))
                .orElse(ImportChoices.NEW);
    }

    private static boolean isWord(String said) {
        return said.equals(ImportChoices.NEW) || said.equals(ImportChoices.NONE);
    }

    private @Nullable UUID group(String choice, String name) {
        if (choice.equals(ImportChoices.NEW)) return group(name);
        return choice.equals(ImportChoices.NONE) ? null : UUID.fromString(choice);
    }

    private static final class Met {
        private final String word;
        private final String choice;
        private final @Nullable UUID group;
        private final Place first;
        private int number;

        Met(String word, String choice, @Nullable UUID group, Place first) {
            this.word = word;
            this.choice = choice;
            this.group = group;
            this.first = first;
        }

        void more(int organisations) {
            number += organisations;
        }
    }

    /// Words that are no names of groups, for a person to say what they mean. A word whose meaning hangs on the
    /// organisation ("Kammer") is asked about once.
    List<GroupWord> asked() {
        var asked = new LinkedHashMap<String, GroupWord>();
        for (var it : met.values()) {
            var folded = Folded.words(it.word);
            if (asked.size() < MOST_NEW || asked.containsKey(folded)) {
                asked.merge(
                        folded,
                        new GroupWord(it.word, folded, it.choice, it.number, it.first.line()),
                        (one, more) -> new GroupWord(
                                one.word(), folded, "", one.organisations() + more.organisations(), one.line()));
            }
        }
        return List.copyOf(asked.values());
    }

    /// Keeps what somebody chose for the next import.
    void remember() {
        met.values().stream()
                .filter(it -> it.choice.equals(chosen.get(Folded.words(it.word))))
                .forEach(it -> memory.keep(Folded.words(it.word), it.choice));
    }

    /// Says for each word that was no name of a group what was made of it.
    void tell(Findings findings) {
        met.values().forEach(it -> {
            var at = it.first.column("group");
            var names = it.group == null ? null : register.groupNames.get(it.group);
            if (it.group == null) findings.add(Finding.note(at, "transfer.group.left-out", it.word, it.number));
            else if (names == null) findings.add(Finding.note(at, "transfer.group.made", it.word, it.number));
            else
                findings.add(
                        Finding.note(at, "transfer.group.meant", it.word, names.german(), names.english(), it.number));
        });
        if (newGroups > MOST_NEW) {
            var at = met.isEmpty()
                    ? Place.file("")
                    : met.values().iterator().next().first.column("group");
            findings.add(Finding.error(at, "transfer.group.too-many", newGroups, MOST_NEW));
        }
    }

    private UUID group(String name) {
        return register.groups.computeIfAbsent(Folded.words(name), folded -> {
            newGroups++;
            if (newGroups > MOST_NEW) return made.iterator().next();
            var id = UUID.randomUUID();
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
