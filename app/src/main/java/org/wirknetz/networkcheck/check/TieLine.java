package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// A pair with a tie, as the table beside the drawing tells it.
///
/// @param kinds what kinds of tie there are between the two
/// @param both reported by both sides
public record TieLine(String one, String other, List<String> kinds, boolean both) {
    static List<TieLine> of(Boundary boundary) {
        var kinds = new TreeMap<String, TreeMap<String, TreeSet<String>>>();
        for (var tie : boundary.ties()) {
            boolean ahead = tie.from().compareTo(tie.to()) < 0;
            kinds.computeIfAbsent(ahead ? tie.from() : tie.to(), it -> new TreeMap<>())
                    .computeIfAbsent(ahead ? tie.to() : tie.from(), it -> new TreeSet<>())
                    .add(tie.kind());
        }
        var directed = boundary.directed();
        var lines = new ArrayList<TieLine>();
        kinds.forEach((one, others) -> others.forEach((other, between) -> {
            between.remove("");
            int from = directed.node(one);
            int to = directed.node(other);
            lines.add(new TieLine(one, other, List.copyOf(between), boundary.both(directed, from, to)));
        }));
        return lines;
    }
}
