package org.wirknetz.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Draws names of people from two lists, each pair at most once in a network.
final class DrawnNames {
    record Name(String given, String family) {
        String key() {
            return plain(given) + "-" + plain(family);
        }
    }

    private final Draw draw;
    private final List<Row> given = DataFile.rows("given-names.csv");
    private final List<Row> family = DataFile.rows("family-names.csv");
    private final Set<String> taken = new HashSet<>();

    DrawnNames(Draw draw) {
        this.draw = draw;
    }

    void reserve(String key) {
        taken.add(key);
    }

    Name next() {
        while (true) {
            var name = new Name(draw.pick(given).text("name"), draw.pick(family).text("name"));
            if (taken.add(name.key())) return name;
        }
    }

    /// For addresses: the letters of a mail server, with the German ways of writing umlauts.
    static String plain(String name) {
        var german = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ı", "i");
        return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("[^a-z-]", "");
    }
}
