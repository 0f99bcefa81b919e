package org.wirknetz.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.tables.Spellings;

/// Cards that may mean the same (German: *Dublettenvorschläge*). Only proposals: nothing is merged by itself.
///
/// Names are compared without legal form, with abbreviations written out (IHK, Industrie- und Handelskammer), by the
/// share
/// of three-letter pieces they have in common (Jaccard). Only names that share a rare word are compared, so that the
/// work
/// grows with the number of names and not with its square.
@Component
public class Duplicates {

    private static final double ALIKE = 0.6;
    private static final int RARE = 40;
    private static final int MOST = 100;
    private static final Set<String> LEGAL = Set.of(
            "gmbh", "ggmbh", "mbh", "ug", "ag", "kg", "ohg", "gbr", "ev", "e", "v", "eg", "se", "co", "und", "der",
            "die", "das", "fur", "im", "in", "am", "des", "zu", "von");

    private final JdbcClient db;
    private final Abbreviations abbreviations;

    Duplicates(JdbcClient db, Abbreviations abbreviations) {
        this.db = db;
        this.abbreviations = abbreviations;
    }

    /// @param reason key of the words that say why: `name`, `alike`, `email`
    public record Pair(UUID one, String oneName, UUID other, String otherName, String reason, double likeness) {}

    private record Card(UUID id, String name, @Nullable String email, String compared) {}

    public List<Pair> organisations() {
        var cards = db.sql("select id, name, email from directory.organisation order by id")
                .query((row, number) ->
                        card(row.getObject("id", UUID.class), row.getString("name"), row.getString("email")))
                .list();
        return proposals(cards, "organisations");
    }

    public List<Pair> people() {
        var cards = db.sql("""
                        select id, trim(concat_ws(' ', given_name, family_name)) as name, email from directory.person
                         where forgotten_on is null order by id
                        """)
                .query((row, number) ->
                        card(row.getObject("id", UUID.class), row.getString("name"), row.getString("email")))
                .list();
        return proposals(cards, "people");
    }

    private Card card(UUID id, String name, @Nullable String email) {
        var words = new ArrayList<String>();
        for (var word : abbreviations.writtenOut(name).split(" ")) {
            if (!LEGAL.contains(word) && !word.isBlank()) words.add(word);
        }
        words.sort(Comparator.naturalOrder());
        return new Card(
                id, name, email == null ? null : email.toLowerCase(java.util.Locale.ROOT), String.join(" ", words));
    }

    private List<Pair> proposals(List<Card> cards, String kind) {
        var found = new LinkedHashMap<String, Pair>();
        for (var block : blocks(cards)) {
            for (int one = 0; one < block.size(); one++) {
                for (int other = one + 1; other < block.size(); other++) {
                    compare(block.get(one), block.get(other), kind.equals("organisations"), found);
                }
            }
        }
        var apart = new HashSet<>(db.sql("select one || '|' || other from directory.distinct_pair where kind = ?")
                .param(kind)
                .query(String.class)
                .list());
        return found.entrySet().stream()
                .filter(it -> !apart.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingDouble(Pair::likeness)
                        .reversed()
                        .thenComparing(Pair::oneName)
                        .thenComparing(Pair::one))
                .limit(MOST)
                .toList();
    }

    /// Cards that share a rare word or an address.
    private static List<List<Card>> blocks(List<Card> cards) {
        var blocks = new HashMap<String, List<Card>>();
        for (var card : cards) {
            for (var word : new HashSet<>(List.of(card.compared().split(" ")))) {
                blocks.computeIfAbsent(word, it -> new ArrayList<>()).add(card);
            }
            if (card.email() != null) {
                blocks.computeIfAbsent("@" + card.email(), it -> new ArrayList<>())
                        .add(card);
            }
        }
        return blocks.values().stream()
                .filter(block -> block.size() > 1 && block.size() <= RARE)
                .toList();
    }

    private static void compare(Card one, Card other, boolean organisations, Map<String, Pair> found) {
        // As the database orders identities: by their text, not by their signed halves.
        boolean ordered = one.id().toString().compareTo(other.id().toString()) < 0;
        var first = ordered ? one : other;
        var second = ordered ? other : one;
        var key = first.id() + "|" + second.id();
        if (found.containsKey(key) || first.id().equals(second.id())) return;
        double likeness = jaccard(pieces(first.compared()), pieces(second.compared()));
        boolean sameMail = first.email() != null && first.email().equals(second.email());
        if (likeness < (sameMail ? 0.25 : ALIKE)) return;
        if (!sameMail && !spelledAlike(first, second, organisations)) return;
        var reason = likeness == 1 ? "name" : sameMail ? "email" : "alike";
        found.put(key, new Pair(first.id(), first.name(), second.id(), second.name(), reason, likeness));
    }

    private static boolean spelledAlike(Card one, Card other, boolean organisations) {
        return organisations
                ? Spellings.ofOne(one.compared(), other.compared())
                : Spellings.ofOnePerson(one.compared(), other.compared());
    }

    static Set<String> pieces(String name) {
        var pieces = new HashSet<String>();
        for (var word : name.split(" ")) {
            var padded = "  " + word + " ";
            for (int at = 0; at + 3 <= padded.length(); at++) pieces.add(padded.substring(at, at + 3));
        }
        return pieces;
    }

    static double jaccard(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) return 1;
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
