package org.wirknetz.networkcheck.web;

import java.util.List;
import org.wirknetz.analysis.Components;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.alarms.AlarmWords;

/// First sentences: each answers the question of its page.
final class Sentences {

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
        return AlarmWords.names(desk, names);
    }
}
