package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;

/// Whether the functions on which the network rests are held on (domain: M8; German: *Kontinuität von
/// Schlüsselpersonen*).
///
/// @param functions that somebody holds on the day
/// @param deputised those of them somebody else stands in for
/// @param yearAgo functions that somebody held a year before and holds now
/// @param sameHolder those of them still held by the same person
/// @param alone the functions without a deputy, by name
public record Continuity(int functions, int deputised, int yearAgo, int sameHolder, List<Work.Function> alone) {

    public static Continuity of(Work work, LocalDate day) {
        var now = work.functionsOn(day);
        var before = work.functionsOn(day.minusYears(1));
        var lasting = now.stream()
                .filter(it -> before.stream().anyMatch(past -> past.name().equals(it.name())))
                .toList();
        return new Continuity(
                now.size(),
                (int) now.stream().filter(it -> it.deputy() != null).count(),
                lasting.size(),
                (int) lasting.stream()
                        .filter(it -> before.stream()
                                .anyMatch(past -> past.name().equals(it.name())
                                        && past.person().equals(it.person())))
                        .count(),
                now.stream()
                        .filter(it -> it.deputy() == null)
                        .sorted(java.util.Comparator.comparing(Work.Function::name))
                        .toList());
    }
}
