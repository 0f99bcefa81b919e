package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.analysis.TriadCensus;
import org.wirknetz.networkcheck.check.CheckResult.Measure;

/// Whether what is given comes back (M10), on directed ties or on contributions.
///
/// Ties tell about reciprocity only when their direction was recorded: some returned, others not. A table of
/// undirected ties (all one way, or all mutual) says nothing, so contributions speak where there are any; they also
/// give the weights where ties have no strength. On the platform contributions speak whenever there are any, as on the
/// page: a tie typed by one side alone does not say that nothing comes back.
final class Returns {
    private final Boundary boundary;
    private final Graph directed;
    private final boolean worked;
    private final @Nullable Double missing;
    private final Measuring measuring;

    /// @param worked whether the rooms were asked: they know who gave what to whom, and their ties need not say it
    Returns(Boundary boundary, Graph directed, boolean worked, @Nullable Double missing, Measuring measuring) {
        this.boundary = boundary;
        this.directed = directed;
        this.worked = worked;
        this.missing = missing;
        this.measuring = measuring;
    }

    List<Measure> measures() {
        boolean given = !boundary.contributions().isEmpty();
        var ties = Reciprocity.of(directed);
        boolean telling = !worked && ties.mutual() > 0 && ties.asymmetric() > 0;
        boolean strengths = boundary.ties().stream().anyMatch(it -> it.strength() != null);
        boolean byContributions = given && !telling;
        var counted = byContributions ? Reciprocity.of(boundary.given()) : ties;
        boolean weighedByContributions = byContributions || (given && !strengths);
        var weighed = weighedByContributions ? Reciprocity.of(boundary.given()) : ties;
        var basis = byContributions ? "contributions" : "ties";
        var unknown = byContributions ? null : missing;
        var measures = new ArrayList<Measure>();
        measures.add(measuring.ratio(
                MeasureId.RECIPROCITY_ARCS, 2.0 * counted.mutual(), counted.arcs(), unknown, "organisations", basis));
        measures.add(measuring.ratio(
                MeasureId.RECIPROCITY_DYADS,
                counted.mutual(),
                counted.mutual() + counted.asymmetric(),
                unknown,
                "organisations",
                basis));
        measures.add(measuring.ratio(
                MeasureId.RECIPROCITY_WEIGHTED,
                weighed.returnedStrength(),
                weighed.givenStrength(),
                weighedByContributions ? null : missing,
                "organisations",
                weighedByContributions ? "contributions" : "ties"));
        measures.add(
                measuring.value(MeasureId.RECIPROCITY_CORRECTED, counted.corrected(), unknown, "organisations", basis));
        return measures;
    }

    Measure census() {
        return measuring.census(TriadCensus.of(directed).byName(), missing, "organisations", "ties");
    }
}
