package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How regularly something happens (capabilities C7.3): the days between one time and the next.
///
/// Regularity = 1 − standard deviation of the gaps ÷ their mean, never below 0 (domain 5.3, further deck items). It is
/// undefined below two gaps, since one gap has no spread.
///
/// @param gaps in days, in the order in which they were
public record Rhythm(List<Long> gaps) {

    public static Rhythm of(List<LocalDate> days) {
        var sorted = days.stream().sorted().distinct().toList();
        var gaps = new java.util.ArrayList<Long>();
        for (int one = 1; one < sorted.size(); one++)
            gaps.add(ChronoUnit.DAYS.between(sorted.get(one - 1), sorted.get(one)));
        return new Rhythm(List.copyOf(gaps));
    }

    public OptionalDouble mean() {
        return gaps.stream().mapToLong(Long::longValue).average();
    }

    public OptionalDouble regularity() {
        if (gaps.size() < 2) return OptionalDouble.empty();
        double mean = mean().orElseThrow();
        double squares =
                gaps.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        return OptionalDouble.of(Math.max(0, 1 - Math.sqrt(squares / gaps.size()) / mean));
    }

    public OptionalLong longest() {
        return gaps.stream().mapToLong(Long::longValue).max();
    }
}
