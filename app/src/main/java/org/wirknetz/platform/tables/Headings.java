package org.wirknetz.platform.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/// Knows the words that stand above columns and on sheets, from `tables/headings.properties`.
final class Headings {
    private static final int MEANINGS = 4;
    private static final Pattern HALVES = Pattern.compile("\\s*[/|,;]\\s*|\\s+(?:und|oder|bzw\\.?|and|or)\\s+");

    private final Map<TableKind, Map<String, List<String>>> fields = new EnumMap<>(TableKind.class);
    private final Map<String, TableKind> titles = new HashMap<>();

    Headings() {
        var words = read();
        for (var kind : TableKind.values()) {
            var byWord = new HashMap<String, List<String>>();
            for (var field : kind.fields()) {
                remember(byWord, field, field);
                for (var word : split(words, kind.key() + "." + field)) remember(byWord, word, field);
            }
            fields.put(kind, byWord);
            titles.put(Folded.heading(kind.key()), kind);
            for (var word : split(words, "table." + kind.key())) titles.put(Folded.heading(word), kind);
        }
    }

    /// What a file or sheet of this name holds; "Organisationen 2026" and "01_ties" count too.
    Optional<TableKind> kind(String title) {
        var exact = titles.get(Folded.heading(title));
        if (exact != null) return Optional.of(exact);
        var bare = Folded.heading(title.replaceAll("[0-9]+", " "));
        return Optional.ofNullable(titles.get(bare));
    }

    /// The fields of a kind that these headings name, by column; each field once, leftmost first.
    Map<Integer, String> match(TableKind kind, List<String> headings) {
        var found = new HashMap<Integer, String>();
        var taken = new HashSet<String>();
        var words = Objects.requireNonNull(fields.get(kind));
        // A heading that is the field's own key wins over a synonym further left; a word that can mean only one thing
        // ("Firma") chooses before one that can mean three ("Name").
        for (int round = 0; round <= MEANINGS; round++) {
            for (int column = 0; column < headings.size(); column++) {
                if (found.containsKey(column)) continue;
                var word = Folded.heading(headings.get(column));
                var meanings = meanings(words, headings.get(column));
                for (var field : meanings) {
                    boolean turn = round == 0 ? word.equals(Folded.heading(field)) : meanings.size() <= round;
                    if (turn && taken.add(field)) {
                        found.put(column, field);
                        break;
                    }
                }
            }
        }
        return surname(found, taken);
    }

    /// Two words for one thing, such as "Institution / Firma", mean what both can mean, or the one that is known.
    private static List<String> meanings(Map<String, List<String>> words, String heading) {
        var whole = words.get(Folded.heading(heading));
        if (whole != null) return whole;
        List<String> both = null;
        for (var part : HALVES.split(heading)) {
            var known = words.get(Folded.heading(part));
            if (known == null) continue;
            both = both == null ? known : both.stream().filter(known::contains).toList();
        }
        return both == null ? List.of() : both;
    }

    // "Vorname | Name": beside a given name, "Name" is the family name and not the whole person.
    private static Map<Integer, String> surname(Map<Integer, String> found, HashSet<String> taken) {
        if (taken.contains("given_name") && !taken.contains("family_name")) {
            found.replaceAll((column, field) -> field.equals("person") ? "family_name" : field);
        }
        return found;
    }

    private static void remember(Map<String, List<String>> byWord, String word, String field) {
        var list = byWord.computeIfAbsent(Folded.heading(word), it -> new ArrayList<>());
        if (!list.contains(field)) list.add(field);
    }

    private static List<String> split(Properties words, String key) {
        return List.of(words.getProperty(key, "").split("\\s*,\\s*")).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static Properties read() {
        var words = new Properties();
        try (var in = Objects.requireNonNull(Headings.class.getResourceAsStream("/tables/headings.properties"));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
