package org.wirknetz.platform.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The telling words of an organisation's name: folded, abbreviations of the field written out, legal forms and filling
/// words left out. Wherever two names are compared, they are compared as this.
public final class SpokenName {

    private static final Set<String> SAY_NOTHING = Set.of(
            "gmbh",
            "ggmbh",
            "ag",
            "kg",
            "ohg",
            "gbr",
            "e",
            "v",
            "ev",
            "eg",
            "mbh",
            "co",
            "ug",
            "verein",
            "zkt",
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
            Map.entry("ihk", "industrie handelskammer"),
            Map.entry("hwk", "handwerkskammer"),
            Map.entry("khw", "kreishandwerkerschaft"),
            Map.entry("kh", "kreishandwerkerschaft"),
            Map.entry("khs", "kreishandwerkerschaft"),
            Map.entry("vhs", "volkshochschule"),
            Map.entry("aa", "agentur arbeit"),
            Map.entry("afa", "agentur arbeit"),
            Map.entry("arbeitsagentur", "agentur arbeit"),
            Map.entry("ba", "bundesagentur arbeit"),
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

    private SpokenName() {}

    /// In the order in which they are said.
    public static List<String> of(String name) {
        return Arrays.stream(Folded.words(name).split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .flatMap(words -> Arrays.stream(words.split(" ")))
                .filter(word -> !SAY_NOTHING.contains(word))
                .toList();
    }
}
