package org.wirknetz.networkcheck.check;

import java.util.List;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.KeyPlayers;

/// The fewest organisations without whom more than half of the pairs of all others would lose each other (M8; Borgatti
/// 2006, the negative key-player problem). All sets of a size are tried, so nothing is overlooked.
///
/// @param members sorted; empty where no set so small does it, or the network is apart as it is
/// @param fragmentation share of the pairs left that cannot reach each other: without the members, or as it is
/// @param apart more than half of the pairs do not reach each other today
/// @param sought how many at most were left out together
public record Indispensable(List<String> members, double fragmentation, boolean apart, int sought) {

    private static final double HALF = 0.5;
    private static final int THREE_UP_TO = 60;
    private static final int TWO_UP_TO = 200;

    public Indispensable {
        members = List.copyOf(members);
    }

    public static Indispensable of(Graph graph, Effort effort) {
        int sought = graph.size() <= THREE_UP_TO ? 3 : graph.size() <= TWO_UP_TO ? 2 : 1;
        double now = Components.of(graph).fragmentation().orElse(0);
        if (now > HALF) return new Indispensable(List.of(), now, true, sought);
        return KeyPlayers.breaking(graph, HALF, sought, effort.silently())
                .map(it -> new Indispensable(it.nodes().stream().sorted().toList(), it.fragmentation(), false, sought))
                .orElseGet(() -> new Indispensable(List.of(), now, false, sought));
    }

    /// How many pairs are left when so many of all are gone.
    public static long pairs(int left) {
        return (long) left * (left - 1) / 2;
    }
}
