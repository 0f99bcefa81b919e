package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wirknetz.analysis.TieStability;
import org.wirknetz.analysis.Turnover;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.OrganisationRow;

/// What changed in the twelve months up to the day (M5), each snapshot with the boundary of its own day.
final class Change {
    private static final int MONTHS = 12;

    private final NetworkTables tables;
    private final LocalDate asOf;
    private final LocalDate before;
    private final Measuring measuring;

    Change(NetworkTables tables, LocalDate asOf, Measuring measuring) {
        this.tables = tables;
        this.asOf = asOf;
        this.before = asOf.minusMonths(MONTHS);
        this.measuring = measuring;
    }

    List<Measure> measures() {
        return List.of(turnover(), stability());
    }

    private Measure turnover() {
        long undated = tables.organisations().stream()
                .filter(it -> !it.member().dated())
                .count();
        if (tables.organisations().isEmpty()
                || undated == tables.organisations().size()) {
            return measuring.withheld(MeasureId.TURNOVER, Withheld.NO_DATES, null, "organisations");
        }
        double missing = undated / (double) tables.organisations().size();
        var turnover = new Turnover(new Boundary(tables, before).size(), entries(), exits());
        return measuring.ratio(
                MeasureId.TURNOVER,
                turnover.entries() + turnover.exits(),
                2 * turnover.meanStock(),
                missing,
                "organisations");
    }

    /// Members that left within the twelve months, and within the twelve before.
    long left() {
        return exits();
    }

    long leftBefore() {
        return new Change(tables, before, measuring).exits();
    }

    /// Names of those that left, by name.
    List<String> gone() {
        return tables.organisations().stream()
                .filter(Change::real)
                .filter(it -> within(it.member().to()))
                .map(OrganisationRow::name)
                .sorted()
                .toList();
    }

    /// Which ties stayed; empty where no tie has a date.
    Optional<TieStability> ties() {
        return tables.ties().stream().noneMatch(it -> it.period().dated())
                ? Optional.empty()
                : Optional.of(TieStability.between(
                        new Boundary(tables, before).directed(), new Boundary(tables, asOf).directed()));
    }

    LocalDate since() {
        return before;
    }

    long entries() {
        return tables.organisations().stream()
                .filter(Change::real)
                .filter(it -> within(it.member().from()))
                .count();
    }

    long exits() {
        return tables.organisations().stream()
                .filter(Change::real)
                .filter(it -> within(it.member().to()))
                .count();
    }

    private static boolean real(OrganisationRow row) {
        var from = row.member().from();
        return row.isMembership() && (from == null || !from.equals(row.member().to()));
    }

    private boolean within(@org.jspecify.annotations.Nullable LocalDate day) {
        return day != null && day.isAfter(before) && !day.isAfter(asOf);
    }

    private Measure stability() {
        if (tables.ties().stream().noneMatch(it -> it.period().dated())) {
            return measuring.withheld(MeasureId.TIE_STABILITY, Withheld.NO_DATES, null, "ties");
        }
        long undated = tables.ties().stream().filter(it -> !it.period().dated()).count();
        var stability =
                TieStability.between(new Boundary(tables, before).directed(), new Boundary(tables, asOf).directed());
        return measuring.ratio(
                MeasureId.TIE_STABILITY,
                stability.kept(),
                stability.kept() + stability.lost() + stability.gained(),
                undated / (double) tables.ties().size(),
                "organisations",
                "ties");
    }
}
