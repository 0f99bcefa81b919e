package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A topic somebody is to answer for, and who does (C4.4), as far as the one in scope may know.
///
/// @param since from when somebody is to
public record Topic(UUID id, String title, LocalDate since, List<Term> terms) {

    public Topic {
        terms = List.copyOf(terms);
    }

    /// @param deputy stands in; null while nobody does
    /// @param from first day; `to` the first day on which it is over
    public record Term(
            UUID person,
            @Nullable UUID deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private record Line(
            UUID id,
            String title,
            LocalDate since,
            @Nullable UUID person,
            @Nullable UUID deputy,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    public static List<Topic> all(JdbcClient db) {
        var lines = db.sql("""
                        select t.id, t.title, t.since, r.person, r.deputy, r.valid_from, r.valid_to
                          from equality.topic_card t
                          left join equality.responsibility_card r on r.network = t.network and r.topic = t.id
                         where t.network = platform.network()
                         order by platform.fold(t.title), t.id, r.valid_from nulls first, r.person
                        """).query(Line.class).list();
        var terms = new LinkedHashMap<UUID, List<Term>>();
        var first = new LinkedHashMap<UUID, Line>();
        for (var line : lines) {
            first.putIfAbsent(line.id(), line);
            var known = terms.computeIfAbsent(line.id(), it -> new ArrayList<>());
            if (line.person() != null)
                known.add(new Term(line.person(), line.deputy(), line.validFrom(), line.validTo()));
        }
        return first.values().stream()
                .map(it -> new Topic(it.id(), it.title(), it.since(), Objects.requireNonNull(terms.get(it.id()))))
                .toList();
    }

    public List<Term> on(LocalDate day) {
        return terms.stream().filter(it -> Work.holds(it.from(), it.to(), day)).toList();
    }

    /// Since when nobody answers for it: the end of the last term, or when the topic was set up.
    public LocalDate vacantSince(LocalDate day) {
        return terms.stream()
                .map(Term::to)
                .filter(Objects::nonNull)
                .filter(it -> !it.isAfter(day))
                .max(Comparator.naturalOrder())
                .filter(it -> it.isAfter(since))
                .orElse(since);
    }

    /// Since when those who answer for it today have done so: for as long nobody may have stood in.
    public LocalDate heldSince(LocalDate day) {
        var now = on(day);
        // A term whose beginning nobody knows may be as old as the topic.
        if (now.stream().anyMatch(it -> it.from() == null)) return since;
        return now.stream()
                .map(Term::from)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(it -> it.isAfter(since))
                .orElse(since);
    }
}
