package org.wirknetz.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// What people write instead of a long name, in both directions: IHK is the Industrie- und Handelskammer.
@Component
public class Abbreviations {

    private final Map<String, List<String>> longForms = new HashMap<>();

    Abbreviations() {
        var file = Objects.requireNonNull(Abbreviations.class.getResourceAsStream("/directory/abbreviations.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                var pair = line.split(";", 2);
                longForms
                        .computeIfAbsent(fold(pair[0]), it -> new ArrayList<>())
                        .add(pair[1]);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The long names one word may stand for; empty when it is no known abbreviation.
    public List<String> longFormsOf(String word) {
        return List.copyOf(longForms.getOrDefault(fold(word), List.of()));
    }

    /// A name with every abbreviation written out: `industrie und handelskammer lindenfurt` for both
    /// spellings, so that
    /// the
    /// two can be compared. Written out, not shortened: of short forms the place alone would decide.
    public String writtenOut(String name) {
        var words = new ArrayList<String>();
        for (var word : fold(name).replaceAll("[^a-z0-9]+", " ").strip().split(" ")) {
            var known = longForms.get(word);
            words.add(known == null ? word : fold(known.getFirst()).replaceAll("[^a-z0-9]+", " "));
        }
        return String.join(" ", words);
    }

    /// The same folding as `platform.fold` in the database.
    static String fold(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(lower.length());
        for (int at = 0; at < lower.length(); at++) {
            int known = FROM.indexOf(lower.charAt(at));
            folded.append(known < 0 ? lower.charAt(at) : TO.charAt(known));
        }
        return folded.toString()
                .replace("ß", "ss")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }

    private static final String FROM = "äöüáàâãåçéèêëíìîïñóòôõøúùûýÿğışčćđžš";
    private static final String TO = "aouaaaaaceeeeiiiinooooouuuyygisccdzs";
}
