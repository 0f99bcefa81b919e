package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirknetz.analysis.Graph;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Snapshot;

/// The network at the ends of the quarters as it has been drawn once: what is imagined of today changes
/// none of them.
///
/// @param past without the day itself
/// @param snapshot who is there on the day
/// @param graph the same as a graph
/// @param closer groups closer among themselves than with others, as the check of the day finds them
record Drawn(Map<LocalDate, Graph> past, Snapshot snapshot, Graph graph, List<List<String>> closer) {

    Drawn {
        past = Map.copyOf(past);
        closer = List.copyOf(closer);
    }

    static Drawn of(Chronicle chronicle, Findings found) {
        return of(past(chronicle, found.snapshot().asOf()), found);
    }

    static Drawn of(Map<LocalDate, Graph> past, Findings found) {
        return new Drawn(
                past,
                found.snapshot(),
                found.graph(),
                found.circles().stream()
                        .map(circle -> circle.members().stream()
                                .map(it -> it.id().toString())
                                .toList())
                        .toList());
    }

    static Map<LocalDate, Graph> past(Chronicle chronicle, LocalDate day) {
        var past = new HashMap<LocalDate, Graph>();
        for (var quarter : chronicle.quarters(day, Fission.QUARTERS))
            if (!quarter.equals(day)) past.put(quarter, chronicle.asOf(quarter).graph());
        return past;
    }
}
