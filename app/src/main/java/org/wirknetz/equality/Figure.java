package org.wirknetz.equality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Dissimilarity;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.analysis.Range;
import org.wirknetz.analysis.Wilson;
import org.wirknetz.equality.Definition.Side;

/// A share and what it says beside the reference, from published numbers alone (`domain.md` 6.3).
///
/// @param part those whose share it is
/// @param whole all that are known
/// @param reference in percent; null where none was given
/// @param sample whether those who answered are a sample of those who could
public record Figure(long part, long whole, @Nullable Double reference, boolean sample) {

    /// Of one line; empty where the numbers it needs are protected.
    public static Optional<Figure> of(Release release, Release.Line line, Definition definition) {
        var columns = definition.shown(release.head().detailed());
        var part = sum(line, columns, Side.FOCUS);
        var whole = line.number(Release.TOTAL);
        if (part.isEmpty() || whole.isEmpty() || whole.getAsLong() == 0) return Optional.empty();
        var reference = release.head().reference();
        return Optional.of(new Figure(
                part.getAsLong(),
                whole.getAsLong(),
                reference == null ? null : reference.doubleValue(),
                release.head().mode().samples() && !repeated(release, line)));
    }

    /// What is repeated was perhaps counted another way.
    private static boolean repeated(Release release, Release.Line line) {
        return line.position() > 0
                ? line.repeatedFrom() != null
                : release.parts().stream().anyMatch(it -> it.repeatedFrom() != null);
    }

    private static OptionalLong sum(Release.Line line, List<Definition.Column> columns, Side side) {
        long sum = 0;
        for (var column : columns) {
            if (column.side() != side) continue;
            var number = line.number(column.key());
            if (number.isEmpty()) return OptionalLong.empty();
            sum += number.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /// How differently the two sides are spread over the bodies, from 0 to 1; empty where a number it needs
    /// is protected.
    public static OptionalDouble dissimilarity(Release release, Definition definition) {
        var columns = definition.shown(release.head().detailed());
        var parts = release.parts();
        var focus = new double[parts.size()];
        var other = new double[parts.size()];
        for (int n = 0; n < parts.size(); n++) {
            var one = sum(parts.get(n), columns, Side.FOCUS);
            var two = sum(parts.get(n), columns, Side.OTHER);
            if (one.isEmpty() || two.isEmpty()) return OptionalDouble.empty();
            focus[n] = one.getAsLong();
            other[n] = two.getAsLong();
        }
        return parts.size() < 2 ? OptionalDouble.empty() : Dissimilarity.between(focus, other);
    }

    /// Blau's diversity over the columns of all bodies together: the chance that two differ. Empty where a
    /// number it needs is protected.
    public static OptionalDouble diversity(Release release, Definition definition) {
        var sums = release.sums();
        if (sums.isEmpty()) return OptionalDouble.empty();
        var columns = definition.shown(release.head().detailed());
        var counts = new double[columns.size()];
        for (int c = 0; c < counts.length; c++) {
            var number = sums.get().number(columns.get(c).key());
            if (number.isEmpty()) return OptionalDouble.empty();
            counts[c] = number.getAsLong();
        }
        return Inequality.of(counts).diversity();
    }

    public double percent() {
        return 100.0 * part / whole;
    }

    /// In percentage points, below the reference negative.
    public OptionalDouble gap() {
        return reference == null ? OptionalDouble.empty() : OptionalDouble.of(percent() - reference);
    }

    /// Share here divided by share in the reference.
    public OptionalDouble index() {
        return reference == null || reference == 0 ? OptionalDouble.empty() : OptionalDouble.of(percent() / reference);
    }

    /// Between which ratios to the reference a sample leaves it, with 95 % confidence; none for a full count.
    public Optional<Range> indexInterval() {
        if (reference == null || reference == 0) return Optional.empty();
        return interval().map(it -> new Range(it.low() * 100 / reference, it.high() * 100 / reference));
    }

    /// Wilson's interval at 95 %, in shares from 0 to 1; none for a full count.
    public Optional<Range> interval() {
        return sample ? Wilson.interval(part, whole) : Optional.empty();
    }

    /// A sample whose interval holds the reference says nothing for certain.
    public boolean uncertain() {
        return reference != null
                && interval().map(it -> it.contains(reference / 100)).orElse(false);
    }
}
