package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something an organisation did in the network: agenda items, speaker slots, leads, meetings called, or that it was at
/// one.
public record ActivityRow(
        Place at,
        String organisation,
        String kind,
        @Nullable LocalDate date,
        BigDecimal count) {

    /// Whether it says that somebody was there, which is no chance to be heard (M2) but tells who is silent (C7.3).
    public boolean isAttendance() {
        return Vocabulary.isAttendance(kind);
    }
}
