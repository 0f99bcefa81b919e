package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.wirknetz.analysis.Graph;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Findings;

/// The network at the ends of the quarters as it has been drawn once: what is imagined of today changes
/// none of them.
///
/// @param past without the day itself
/// @param found the check of the day
record Drawn(Map<LocalDate, Graph> past, Findings found) {

    Drawn {
        past = Map.copyOf(past);
    }

    static Drawn of(Chronicle chronicle, Findings found) {
        return new Drawn(past(chronicle, found.snapshot().asOf()), found);
    }

    static Map<LocalDate, Graph> past(Chronicle chronicle, LocalDate day) {
        var past = new HashMap<LocalDate, Graph>();
        for (var quarter : chronicle.quarters(day, Fission.QUARTERS))
            if (!quarter.equals(day)) past.put(quarter, chronicle.asOf(quarter).graph());
        return past;
    }
}
