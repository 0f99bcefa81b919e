package org.wirknetz.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the network lives on, and how long (M6). Amounts in any one currency, for the same twelve months.
///
/// Cost O(sources). Undefined without any amount. Source of the concentration: Herfindahl and Hirschman.
public record Funding(List<Source> sources, LocalDate asOf) {
    private static final int SHORT_MONTHS = 12;

    /// One source of money; without `until` it is open-ended.
    public record Source(
            String name,
            double amount,
            boolean isPublic,
            @Nullable LocalDate until) {
        public Source {
            Amount.checked("The amount of " + name, amount);
        }

        boolean endsBy(LocalDate day) {
            return until != null && !until.isAfter(day);
        }
    }

    public Funding {
        sources = List.copyOf(sources);
    }

    public static Funding of(List<Source> sources, LocalDate asOf) {
        return new Funding(sources, asOf);
    }

    public double total() {
        return sources.stream().mapToDouble(Source::amount).sum();
    }

    public double publicTotal() {
        return sources.stream()
                .filter(Source::isPublic)
                .mapToDouble(Source::amount)
                .sum();
    }

    /// Public money that runs out within twelve months of the date.
    public double shortPublicTotal() {
        var limit = asOf.plusMonths(SHORT_MONTHS);
        return sources.stream()
                .filter(source -> source.isPublic() && source.endsBy(limit))
                .mapToDouble(Source::amount)
                .sum();
    }

    /// Undefined without money, like the following.
    public OptionalDouble publicShare() {
        return Share.of(publicTotal(), total());
    }

    public OptionalDouble shortPublicShare() {
        return Share.of(shortPublicTotal(), total());
    }

    /// Herfindahl's index Σ p²: 1 if all comes from one source.
    public OptionalDouble concentration() {
        return spread().concentration();
    }

    public OptionalDouble effectiveSources() {
        return spread().effectiveNumber();
    }

    private Inequality spread() {
        return Inequality.of(sources.stream().mapToDouble(Source::amount).toArray());
    }
}
