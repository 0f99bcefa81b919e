package org.wirknetz.equality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What a collection is to be.
///
/// @param definition its id
/// @param reportingOn the last day of a quarter: dates are fixed, so that nobody asks twice within a few
/// days
/// @param reference the share in percent to compare with, counted by the same definition
/// @param lines bodies, or resources
public record CollectionEntry(
        String definition,
        Subject subject,
        Mode mode,
        LocalDate reportingOn,
        @Nullable BigDecimal reference,
        @Nullable String referenceSource,
        @Nullable String action,
        List<Line> lines) {

    public static final int MOST_LINES = 30;
    public static final int LONGEST_NAME = 120;

    /// One body, or one resource.
    public record Line(String name, Measure measure) {
        public Line {
            name = Texts.needed(name, LONGEST_NAME);
        }
    }

    /// @throws Refused when something is missing, too long or contradicts itself
    public CollectionEntry {
        referenceSource = Texts.clean(referenceSource, 200);
        action = Texts.clean(action, 500);
        if (reference != null) {
            reference = reference.setScale(1, java.math.RoundingMode.HALF_UP);
            if (reference.signum() < 0 || reference.compareTo(BigDecimal.valueOf(100)) > 0)
                throw new Refused("equality.reference-wrong");
            if (referenceSource == null) throw new Refused("equality.reference-source");
        }
        if (reportingOn.getMonthValue() % 3 != 0 || reportingOn.getDayOfMonth() != reportingOn.lengthOfMonth())
            throw new Refused("equality.date-wrong");
        if (subject == Subject.RESOURCES && mode != Mode.COUNTS) throw new Refused("equality.resources-counted");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new Refused("equality.no-line");
        if (lines.size() > MOST_LINES) throw new Refused("equality.many-lines", MOST_LINES);
        var names = new HashSet<String>();
        for (var line : lines) {
            if (!names.add(line.name().toLowerCase(Locale.ROOT))) throw new Refused("equality.line-twice", line.name());
            if ((line.measure() == Measure.PERSONS) != (subject == Subject.BODIES))
                throw new Refused("equality.measure-wrong");
        }
    }
}
