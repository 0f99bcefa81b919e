package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How firmly the work is anchored inside each partner (capabilities C16.6, F12; German: *interne
/// Verankerung*): how many of six signs there are.
///
/// Three can be read from the work: an agreement in force, a deputy for a function held, somebody operative
/// who sits in a group or took part within twelve months. Hours in a job description, an own budget line and
/// a report to the board are known to the partner alone; they count where they were told, for as long as the
/// proof is good.
///
/// @param partners without the coordination office, by name
public record Anchoring(List<Partner> partners) {

    /// So many of the six signs make a partner firmly anchored.
    public static final int FIRM = 3;

    /// The rungs, the easiest first: to send somebody and to name a deputy takes a talk, to tell the board a
    /// page, an agreement two sides, hours and money the partner's own decision.
    public enum Sign {
        OPERATIVE(0),
        DEPUTY(0),
        BOARD(12),
        AGREEMENT(0),
        HOURS(24),
        BUDGET(12);

        private final int months;

        Sign(int months) {
            this.months = months;
        }

        /// Whether a partner has to tell it; all others are read from the work.
        public boolean isTold() {
            return months > 0;
        }

        /// For how long a proof is good: a budget and a report for a year, a job description for two.
        public int months() {
            return months;
        }
    }

    /// What goes when somebody leaves.
    ///
    /// @param lost signs that hang on this person alone
    public record Fall(UUID person, Set<Sign> lost) {
        public Fall {
            lost = Set.copyOf(lost);
        }
    }

    /// @param signs those there are
    /// @param lapsed signs that were told once and whose proof is no longer good
    /// @param ends the day from which a sign is no longer there; those without an end are left out
    /// @param falls what would go with whom, the worst first
    public record Partner(
            Member member, Set<Sign> signs, Set<Sign> lapsed, Map<Sign, LocalDate> ends, List<Fall> falls) {
        public Partner {
            signs = Set.copyOf(signs);
            lapsed = Set.copyOf(lapsed);
            ends = Map.copyOf(ends);
            falls = List.copyOf(falls);
        }

        public int level() {
            return signs.size();
        }

        public boolean has(Sign sign) {
            return signs.contains(sign);
        }

        /// The next easiest rung: to renew what has lapsed, else the easiest of those that are missing.
        public Optional<Sign> next() {
            for (var sign : Sign.values()) if (lapsed.contains(sign)) return Optional.of(sign);
            for (var sign : Sign.values()) if (!signs.contains(sign)) return Optional.of(sign);
            return Optional.empty();
        }

        /// The level on a day to come, if nobody renews anything.
        public int levelOn(LocalDate day) {
            return (int) signs.stream()
                    .filter(it -> {
                        var end = ends.get(it);
                        return end == null || day.isBefore(end);
                    })
                    .count();
        }

        /// The level after the worst of all leavings.
        public int lowest() {
            return level() - (falls.isEmpty() ? 0 : falls.getFirst().lost().size());
        }
    }

    public Anchoring {
        partners = List.copyOf(partners);
    }

    public static Anchoring of(Snapshot snapshot, Work work, LocalDate day) {
        var agreements = agreements(snapshot);
        var deputised = work.functionsOn(day).stream()
                .filter(it -> it.deputy() != null)
                .collect(Collectors.groupingBy(Work.Function::organisation));
        var proofs = work.proofs().stream()
                .filter(it -> !it.on().isAfter(day))
                .collect(Collectors.groupingBy(Work.Proof::organisation));
        var partners = new ArrayList<Partner>();
        for (var levels : Levels.of(snapshot, work, day).partners()) {
            var id = levels.member().id();
            partners.add(partner(
                    levels,
                    agreements.get(id),
                    deputised.getOrDefault(id, List.of()),
                    proofs.getOrDefault(id, List.of()),
                    day));
        }
        return new Anchoring(partners);
    }

    /// The end of the agreement that lasts longest; [LocalDate#MAX] where one has no end.
    private static Map<UUID, LocalDate> agreements(Snapshot snapshot) {
        var lasting = new HashMap<UUID, LocalDate>();
        for (var tie : snapshot.ties()) {
            if (!tie.kind().equals("AGREEMENT")) continue;
            var end = tie.end() == null ? LocalDate.MAX : tie.end();
            lasting.merge(tie.from(), end, Anchoring::later);
            lasting.merge(tie.to(), end, Anchoring::later);
        }
        return lasting;
    }

    private static Partner partner(
            Levels.Partner levels,
            @Nullable LocalDate agreement,
            List<Work.Function> deputised,
            List<Work.Proof> proofs,
            LocalDate day) {
        var signs = EnumSet.noneOf(Sign.class);
        var lapsed = EnumSet.noneOf(Sign.class);
        var ends = new EnumMap<Sign, LocalDate>(Sign.class);
        if (!levels.doers().isEmpty()) signs.add(Sign.OPERATIVE);
        if (!deputised.isEmpty()) signs.add(Sign.DEPUTY);
        if (agreement != null) {
            signs.add(Sign.AGREEMENT);
            if (!agreement.equals(LocalDate.MAX)) ends.put(Sign.AGREEMENT, agreement);
        }
        for (var proof : proofs) {
            lapsed.add(proof.kind());
            if (!day.isBefore(proof.until())) continue;
            signs.add(proof.kind());
            ends.merge(proof.kind(), proof.until(), Anchoring::later);
        }
        lapsed.removeAll(signs);
        return new Partner(levels.member(), signs, lapsed, ends, falls(levels.doers(), deputised));
    }

    /// A deputy who steps in has none; so a function keeps its deputy only as long as both stay.
    private static List<Fall> falls(Set<UUID> doers, List<Work.Function> deputised) {
        var lost = new TreeMap<UUID, Set<Sign>>();
        if (doers.size() == 1)
            lost.computeIfAbsent(doers.iterator().next(), it -> EnumSet.noneOf(Sign.class))
                    .add(Sign.OPERATIVE);
        Set<UUID> inAll = null;
        for (var function : deputised) {
            var two = new HashSet<UUID>();
            two.add(function.person());
            if (function.deputy() != null) two.add(function.deputy());
            if (inAll == null) inAll = two;
            else inAll.retainAll(two);
        }
        if (inAll != null)
            for (var person : inAll)
                lost.computeIfAbsent(person, it -> EnumSet.noneOf(Sign.class)).add(Sign.DEPUTY);
        return lost.entrySet().stream()
                .map(it -> new Fall(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing((Fall it) -> -it.lost().size()))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public int with(int level) {
        return (int) partners.stream().filter(it -> it.level() == level).count();
    }

    /// Partners with at least three of the six signs.
    public int firm() {
        return (int) partners.stream().filter(it -> it.level() >= FIRM).count();
    }

    /// Undefined without partners.
    public OptionalDouble mean() {
        return partners.stream().mapToInt(Partner::level).average();
    }
}
