package org.wirknetz.platform.tables;

import org.jspecify.annotations.Nullable;

/// A person acts for an organisation for a while. Mandates are never merged by function only: a former and a current
/// one are two.
///
/// @param person key of a [PersonRow]
/// @param organisation key of an [OrganisationRow]
/// @param former the table says "ehemalig" or "ausgeschieden" without saying since when
public record MandateRow(
        Place at,
        String person,
        String organisation,
        String function,
        @Nullable Level level,
        Period period,
        boolean former) {
    public boolean holds(java.time.LocalDate day) {
        return !former && period.holds(day);
    }

    public enum Level {
        LEADERSHIP,
        OPERATIONAL,
        ADMINISTRATION
    }
}
