package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// People found again by key, by mail address or by name. Two people of one name with different addresses
/// stay two; an
/// address
/// shared by several names (info@…) does not make them one.
final class PeopleIndex {
    private final Map<String, PersonRow> byKey = new LinkedHashMap<>();
    private final Map<String, List<String>> byMail = new HashMap<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    /// @return the person's key, made unique
    String add(PersonRow row) {
        var key = row.key();
        for (int number = 2; byKey.containsKey(key); number++) key = row.key() + " (" + number + ")";
        byKey.put(
                key,
                new PersonRow(
                        row.at(),
                        key,
                        row.title(),
                        row.givenName(),
                        row.familyName(),
                        row.email(),
                        row.phone(),
                        row.free()));
        if (!row.email().isEmpty()) remember(byMail, row.email().toLowerCase(java.util.Locale.ROOT), key);
        remember(byName, Folded.words(row.name()), key);
        return key;
    }

    boolean hasKey(String key) {
        return byKey.containsKey(key);
    }

    Optional<PersonRow> find(String written) {
        var exact = byKey.get(written);
        if (exact != null) return Optional.of(exact);
        var mail = only(byMail.get(written.toLowerCase(java.util.Locale.ROOT)));
        if (mail.isPresent()) return mail;
        var name = PersonName.of(written);
        return only(byName.get(Folded.words(name.given() + " " + name.family())));
    }

    /// Who this contact already is, if anybody.
    Optional<PersonRow> same(String name, String email) {
        for (var key : byName.getOrDefault(Folded.words(name), List.of())) {
            var known = byKey.get(key);
            if (known != null
                    && (email.isEmpty()
                            || known.email().isEmpty()
                            || known.email().equalsIgnoreCase(email))) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    Collection<PersonRow> all() {
        return byKey.values();
    }

    private Optional<PersonRow> only(@org.jspecify.annotations.Nullable List<String> keys) {
        return keys != null && keys.size() == 1 ? Optional.ofNullable(byKey.get(keys.getFirst())) : Optional.empty();
    }

    private static void remember(Map<String, List<String>> map, String word, String key) {
        if (!word.isEmpty()) map.computeIfAbsent(word, it -> new ArrayList<>(1)).add(key);
    }
}
