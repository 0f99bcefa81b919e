package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The separator of a CSV text: the one that cuts most of the first lines into the same number (at least two) of
/// fields.
/// Quoted fields may hold separators and line ends; a title line or ragged rows do not mislead it.
final class Separator {
    private static final char[] CANDIDATES = {';', ',', '\t', '|'};

    private Separator() {}

    static char of(String beginning) {
        var declared = declared(beginning);
        if (declared != 0) return declared;
        char best = ';';
        double score = 0;
        for (char candidate : CANDIDATES) {
            var mark = score(counts(beginning, candidate));
            if (mark > score) {
                score = mark;
                best = candidate;
            }
        }
        return best;
    }

    /// Excel's own first line "sep=;".
    static char declared(String beginning) {
        return beginning.length() >= 5 && beginning.regionMatches(true, 0, "sep=", 0, 4) ? beginning.charAt(4) : 0;
    }

    // How many lines share the commonest field count, weighed by how many fields that is: commas inside addresses are
    // many, but not the same number on every line.
    private static double score(List<Integer> counts) {
        var frequency = new HashMap<Integer, Integer>();
        counts.forEach(it -> frequency.merge(it, 1, Integer::sum));
        return frequency.entrySet().stream()
                .filter(it -> it.getKey() > 1)
                .map(it -> it.getValue() * (double) it.getValue() / counts.size() * Math.log(it.getKey() + 1.0))
                .max(Double::compare)
                .orElse(0.0);
    }

    private static List<Integer> counts(String text, char separator) {
        var counts = new ArrayList<Integer>();
        int fields = 1;
        boolean quoted = false;
        boolean content = false;
        boolean fieldStart = true;
        for (int i = 0; i < text.length() && counts.size() < 200; i++) {
            char one = text.charAt(i);
            if (quoted) {
                quoted = one != '"';
            } else if (one == '"' && fieldStart) {
                quoted = true;
                content = true;
            } else if (one == separator) {
                fields++;
                fieldStart = true;
                continue;
            } else if (one == '\n' || one == '\r') {
                if (content) counts.add(fields);
                fields = 1;
                content = false;
                fieldStart = true;
                continue;
            } else if (one == '"') {
                // A second quote right after a closing one is an escaped quote: still inside.
                quoted = i > 0 && text.charAt(i - 1) == '"';
            } else if (!Character.isWhitespace(one)) {
                content = true;
            }
            fieldStart = false;
        }
        if (content && !quoted) counts.add(fields);
        return counts;
    }
}
