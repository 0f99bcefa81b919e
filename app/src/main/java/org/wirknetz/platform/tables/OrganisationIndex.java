package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Organisations found again by key or by name, also when case, umlauts or punctuation differ and only one can be
/// meant.
final class OrganisationIndex {
    private final Map<String, OrganisationRow> byKey = new LinkedHashMap<>();
    private final Map<String, List<String>> byFolded = new HashMap<>();

    void add(OrganisationRow row) {
        byKey.put(row.key(), row);
        remember(Folded.words(row.key()), row.key());
        remember(Folded.words(row.name()), row.key());
    }

    /// The same organisation with what a later row adds to it.
    void replace(OrganisationRow row) {
        byKey.put(row.key(), row);
    }

    Optional<OrganisationRow> find(String written) {
        var exact = byKey.get(written);
        if (exact != null) return Optional.of(exact);
        var keys = byFolded.getOrDefault(Folded.words(written), List.of());
        return keys.size() == 1 ? Optional.ofNullable(byKey.get(keys.getFirst())) : Optional.empty();
    }

    /// Several organisations carry this name, so that a reference by name is not enough.
    boolean ambiguous(String written) {
        return byFolded.getOrDefault(Folded.words(written), List.of()).size() > 1;
    }

    /// Is found by this word, too.
    void alias(String written, String key) {
        remember(Folded.words(written), key);
    }

    boolean hasKey(String key) {
        return byKey.containsKey(key);
    }

    Collection<OrganisationRow> all() {
        return byKey.values();
    }

    private void remember(String folded, String key) {
        if (folded.isEmpty()) return;
        var keys = byFolded.computeIfAbsent(folded, it -> new ArrayList<>(1));
        if (!keys.contains(key)) keys.add(key);
    }
}
