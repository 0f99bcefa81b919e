package org.wirknetz.networkcheck.check;

import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Partition;
import org.wirknetz.analysis.ShortestPaths;

/// What takes long in a large network, measured once and asked from several places.
record Ways(Partition circles, Betweenness betweenness, ShortestPaths paths) {
    static Ways of(Graph graph) {
        var effort = Effort.full();
        return new Ways(Circles.of(graph, effort), Betweenness.of(graph, effort), ShortestPaths.of(graph, effort));
    }
}
