package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something an organisation did in the network: agenda items, speaker slots, leads, meetings called.
public record ActivityRow(
        Place at,
        String organisation,
        String kind,
        @Nullable LocalDate date,
        BigDecimal count) {}
