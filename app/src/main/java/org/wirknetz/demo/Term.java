package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A half-open stretch of days `[from, to)`; without `to` it is still running.
public record Term(LocalDate from, @Nullable LocalDate to) {
    public Term {
        if (to != null && to.isBefore(from)) throw new IllegalArgumentException(from + " > " + to);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(end());
    }

    public boolean running() {
        return to == null;
    }

    LocalDate end() {
        return to == null ? LocalDate.MAX : to;
    }

    Optional<Term> within(Term other) {
        var first = from.isAfter(other.from) ? from : other.from;
        var last = end().isBefore(other.end()) ? to : other.to;
        if (last != null && !first.isBefore(last)) return Optional.empty();
        return Optional.of(new Term(first, last));
    }
}
