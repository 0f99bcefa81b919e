package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
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
        @Nullable UUID areaId,
        int minimum,
        BigDecimal weight) {

    /// What the group is called, whether anybody of it is there or not.
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameDe;
    }

    /// The group, and where it is wanted.
    public String role(Locale locale) {
        return area == null ? name(locale) : name(locale) + " (" + area + ")";
    }
}
