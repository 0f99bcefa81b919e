package org.wirknetz.transfer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirknetz.platform.tables.Folded;

/// How alike two names of organisations are: by shared trigrams, and by abbreviations people use in this field.
final class Likeness {

    static final double ALIKE = 0.62;

    /// Legal forms and filling words say nothing about who it is.
    private static final Set<String> EMPTY_WORDS = Set.of(
            "gmbh",
            "ggmbh",
            "ag",
            "kg",
            "ohg",
            "e",
            "v",
            "ev",
            "eg",
            "mbh",
            "co",
            "der",
            "die",
            "das",
            "fur",
            "und",
            "von",
            "im",
            "in",
            "am",
            "an",
            "zu",
            "des",
            "dem",
            "gemeinnutzige",
            "the",
            "of",
            "and");

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("ihk", "industrie und handelskammer"),
            Map.entry("hwk", "handwerkskammer"),
            Map.entry("khw", "kreishandwerkerschaft"),
            Map.entry("kh", "kreishandwerkerschaft"),
            Map.entry("vhs", "volkshochschule"),
            Map.entry("aa", "agentur fur arbeit"),
            Map.entry("afa", "agentur fur arbeit"),
            Map.entry("ba", "bundesagentur fur arbeit"),
            Map.entry("jc", "jobcenter"),
            Map.entry("bs", "berufsschule"),
            Map.entry("wifo", "wirtschaftsforderung"),
            Map.entry("dgb", "deutscher gewerkschaftsbund"),
            Map.entry("drk", "deutsches rotes kreuz"),
            Map.entry("awo", "arbeiterwohlfahrt"),
            Map.entry("lra", "landratsamt"),
            Map.entry("lk", "landkreis"),
            Map.entry("uni", "universitat"),
            Map.entry("fh", "fachhochschule"),
            Map.entry("bw", "bildungswerk"));

    private Likeness() {}

    /// The name as it is compared: folded, abbreviations written out, legal forms left out.
    static String spoken(String name) {
        return Arrays.stream(Folded.words(name).split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .filter(word -> !EMPTY_WORDS.contains(word))
                .collect(Collectors.joining(" "));
    }

    /// 0 to 1: shared trigrams of the spoken names (Jaccard), 1 where they are equal.
    static double of(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) return 0;
        var smaller = one.size() <= other.size() ? one : other;
        var larger = smaller == one ? other : one;
        long shared = smaller.stream().filter(larger::contains).count();
        return shared / (double) (one.size() + other.size() - shared);
    }

    static Set<String> trigrams(String spoken) {
        var grams = new HashSet<String>();
        for (var word : spoken.split(" ")) {
            var padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) grams.add(padded.substring(i, i + 3));
        }
        return grams;
    }

    /// Addresses at these hosts are shared by strangers and prove nothing.
    private static final List<String> FREE_MAIL = List.of(
            "gmx.",
            "web.de",
            "gmail.",
            "googlemail.",
            "t-online.",
            "outlook.",
            "hotmail.",
            "yahoo.",
            "freenet.",
            "posteo.",
            "mailbox.org",
            "icloud.");

    /// The part behind the @ where it tells the organisation; empty otherwise.
    static String tellingDomain(String mail) {
        var at = mail.lastIndexOf('@');
        if (at < 0) return "";
        var domain = mail.substring(at + 1).toLowerCase(Locale.ROOT);
        return FREE_MAIL.stream().anyMatch(domain::startsWith) ? "" : domain;
    }
}
