package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Organisations that may be one under two spellings: "IHK Lindenfurt" and "Industrie- und Handelskammer Lindenfurt",
/// "Neustart e.V." and "Verein Neustart". A proposal for a person to decide, never a merge. What tells names apart,
/// says
/// [Spellings].
public final class LikelyDuplicates {
    private static final int CLOSE_COMPARED_UP_TO = 3_000;

    private LikelyDuplicates() {}

    /// @param reason "abbreviation" when both names say the same words, "spelling" when they differ in a
    /// letter or two
    public record Proposal(OrganisationRow one, OrganisationRow other, String reason) {}

    public static List<Proposal> of(List<OrganisationRow> organisations) {
        var byWords = new LinkedHashMap<String, List<OrganisationRow>>();
        for (var row : organisations) {
            byWords.computeIfAbsent(words(row.name()), it -> new ArrayList<>()).add(row);
        }
        var proposals = new ArrayList<Proposal>();
        byWords.forEach((words, rows) -> {
            for (int i = 1; i < rows.size(); i++) {
                if (!words.isEmpty()) proposals.add(new Proposal(rows.getFirst(), rows.get(i), "abbreviation"));
            }
        });
        if (organisations.size() <= CLOSE_COMPARED_UP_TO) close(byWords, proposals);
        return proposals;
    }

    private static void close(Map<String, List<OrganisationRow>> byWords, List<Proposal> proposals) {
        var words = List.copyOf(byWords.keySet());
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                if (!misspelt(words.get(i), words.get(j))) continue;
                var one = byWords.getOrDefault(words.get(i), List.of()).getFirst();
                var other = byWords.getOrDefault(words.get(j), List.of()).getFirst();
                if (Spellings.ofOne(one.name(), other.name())) proposals.add(new Proposal(one, other, "spelling"));
            }
        }
    }

    private static boolean misspelt(String one, String other) {
        var a = one.replace(" ", "");
        var b = other.replace(" ", "");
        if (Math.min(a.length(), b.length()) < 10 || Math.abs(a.length() - b.length()) > 2) return false;
        return Slips.between(a, b) <= (a.length() >= 16 ? 2 : 1);
    }

    /// The telling words of a name: abbreviations written out, legal forms and small words left away, in alphabetical
    /// order.
    private static String words(String name) {
        var telling = new TreeSet<>(SpokenName.of(
                name.replaceAll("\\([^)]*\\)", " ").replace("e.V.", " ").replace("e. V.", " ")));
        return String.join(" ", telling);
    }
}
