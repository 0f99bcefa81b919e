package org.wirknetz.networkcheck.web;

import java.util.List;
import org.wirknetz.analysis.Components;
import org.wirknetz.networkcheck.Snapshot;

/// First sentences: each answers the question of its page.
final class Sentences {

    private static final int MOST_NAMES = 4;

    private Sentences() {}

    static String ofMap(CheckDesk desk, Snapshot snapshot) {
        int size = snapshot.members().size();
        if (size == 0) return desk.say("networkcheck.map.nobody");
        var graph = snapshot.graph();
        var components = Components.of(graph);
        if (components.count() == 1) return desk.say("networkcheck.map.one-piece", size, graph.ties());
        if (graph.ties() == 0) return desk.say("networkcheck.map.untied", size);
        return desk.say("networkcheck.map.pieces", size, graph.ties(), components.count(), components.isolates());
    }

    /// "A, B, C und 3 weitere": never a list nobody reads.
    static String names(CheckDesk desk, List<String> names) {
        if (names.isEmpty()) return "";
        if (names.size() == 1) return names.getFirst();
        if (names.size() > MOST_NAMES + 1) {
            return desk.say(
                    "networkcheck.names.more",
                    String.join(", ", names.subList(0, MOST_NAMES)),
                    names.size() - MOST_NAMES);
        }
        return desk.say(
                "networkcheck.names.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
