package org.wirknetz.exchange.matching;

import java.util.List;

/// What German words of one family share: moderieren, Moderatorin and Moderation are of `moder`. Weaker than a stem,
/// since
/// some families only look like one.
final class Roots {

    private static final int SHORTEST = 4;
    /// The longest first.
    private static final List<String> ENDINGS = List.of(
            "ierung", "ation", "ieren", "ator", "iert", "ung", "keit", "heit", "lich", "isch", "end", "ler", "ner",
            "ier", "ik", "er", "en");

    private Roots() {}

    /// @param stem normalised, as [Stems] gives it
    static String of(String stem) {
        var root = stem;
        for (int times = 0; times < 2; times++) {
            var before = root;
            for (var ending : ENDINGS) {
                if (root.endsWith(ending) && root.length() - ending.length() >= SHORTEST) {
                    root = root.substring(0, root.length() - ending.length());
                    break;
                }
            }
            if (before.equals(root)) break;
        }
        return root;
    }
}
