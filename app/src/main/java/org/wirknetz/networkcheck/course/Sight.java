package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Gift;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Work;

/// All that can be seen of a network on one day.
record Sight(Chronicle chronicle, Snapshot snapshot, Work work, List<Gift> gifts) {
    LocalDate day() {
        return snapshot.asOf();
    }
}
