package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Constraint;
import org.wirknetz.analysis.Cores;
import org.wirknetz.analysis.Degrees;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.PageRank;
import org.wirknetz.networkcheck.check.CheckResult.OrganisationValues;
import org.wirknetz.platform.tables.OrganisationRow;

/// The values of each member. They are for the office and the member itself, never a ranking.
final class Organisations {
    private Organisations() {}

    static List<OrganisationValues> measured(
            Boundary boundary, Graph directed, Graph graph, Ways ways, Communes communes) {
        var degrees = Degrees.of(directed);
        var closeness = ways.paths().closeness();
        var harmonic = ways.paths().harmonic();
        var betweenness = ways.betweenness();
        var constraint = Constraint.of(graph);
        var bound = constraint.values();
        var cores = Cores.of(graph);
        var rank = PageRank.of(graph);
        var clustering = constraint.triangles().clustering();
        var values = new ArrayList<OrganisationValues>();
        for (int node = 0; node < graph.size(); node++) {
            var row = java.util.Objects.requireNonNull(boundary.members().get(graph.key(node)));
            values.add(new OrganisationValues(
                    row.key(),
                    row.name(),
                    row.groups(),
                    degrees.degree(node),
                    degrees.in(node),
                    degrees.out(node),
                    or0(closeness.at(node)),
                    orNull(harmonic.at(node)),
                    betweenness.at(node),
                    orNull(bound.at(node)),
                    cores.at(node),
                    orNull(rank.at(node)),
                    or0(clustering.at(node)),
                    communes.id(node)));
        }
        return values;
    }

    /// Without a table of ties nothing is known of anybody's place.
    static List<OrganisationValues> unmeasured(Boundary boundary) {
        return boundary.members().values().stream().map(Organisations::named).toList();
    }

    private static OrganisationValues named(OrganisationRow row) {
        return new OrganisationValues(
                row.key(), row.name(), row.groups(), null, null, null, null, null, null, null, null, null, null, null);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static Double or0(OptionalDouble value) {
        return value.orElse(0);
    }
}
