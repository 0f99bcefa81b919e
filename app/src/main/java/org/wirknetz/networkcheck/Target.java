package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of a target constellation (German: *Sollbild*): so many of a group, in an area or anywhere.
///
/// @param number of the model it belongs to; the newest that is valid on a day counts
public record Target(
        int number,
        LocalDate validFrom,
        String group,
        String nameDe,
        String nameEn,
        @Nullable String area,
        int minimum,
        BigDecimal weight) {}
