package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A reason to talk.
///
/// @param variant which words of the rule are meant; empty where there is one kind only
/// @param subject whom or what it is about, always the same text for the same; what an answer is kept under
/// @param figure grows as the matter grows worse; compared with the figure at the time of an answer
/// @param from first day of the period that was looked at
/// @param to the last
/// @param raised the end of the first quarter in which the rule spoke of it; null for rules that look at one day
/// @param values that fill the sentence
/// @param evidence one line each
/// @param about organisations concerned
public record Alarm(
        Rule rule,
        String variant,
        String subject,
        double figure,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate raised,
        List<Value> values,
        List<Line> evidence,
        Set<UUID> about) {

    private static final double SAME = 0.5;

    Alarm(
            Rule rule,
            String variant,
            String subject,
            double figure,
            LocalDate from,
            LocalDate to,
            List<Value> values,
            List<Line> evidence,
            Set<UUID> about) {
        this(rule, variant, subject, figure, from, to, null, values, evidence, about);
    }

    /// @param key of the words, below those of the rule
    /// @param path where it leads, from the network's address; null for plain words
    public record Line(
            String key, List<Value> values, @Nullable String path) {
        public Line {
            values = List.copyOf(values);
        }
    }

    public Alarm {
        values = List.copyOf(values);
        evidence = List.copyOf(evidence);
        about = Set.copyOf(about);
    }

    /// The beginning of the keys of its words.
    public String key() {
        return "networkcheck.alarm." + rule + (variant.isEmpty() ? "" : "." + variant);
    }

    static String subjectOf(Set<UUID> group) {
        return new TreeSet<>(group).stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /// Whether an answer about that subject is about this. A group that closes itself off may gain or lose somebody and
    /// is still the same.
    public boolean isAbout(String other) {
        if (subject.equals(other)) return true;
        if (rule != Rule.FISSION) return false;
        var here = Set.of(subject.split(","));
        var there = Set.of(other.split(","));
        long shared = here.stream().filter(there::contains).count();
        return shared > SAME * Math.max(here.size(), there.size());
    }
}
