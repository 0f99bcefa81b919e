package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.NetworkTables;

/// What a network check is made from.
///
/// @param name the network's name, as the report's title shows it
/// @param asOf the day that counts: memberships, ties and contributions hold on it or not
/// @param coordinator key of the coordination office; null takes the one that the tables mark
/// @param halfLifeMonths months after which a contribution counts half; empty lets all count in full
/// @param worked what tables cannot tell and rooms can; null where there are tables alone
/// @param locale language of the display texts and signals
public record CheckInput(
        String name,
        LocalDate asOf,
        NetworkTables tables,
        @Nullable String coordinator,
        OptionalDouble halfLifeMonths,
        @Nullable Worked worked,
        Locale locale) {

    public CheckInput(
            String name,
            LocalDate asOf,
            NetworkTables tables,
            @Nullable String coordinator,
            OptionalDouble halfLifeMonths,
            Locale locale) {
        this(name, asOf, tables, coordinator, halfLifeMonths, null, locale);
    }
}
