package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Tenure;

/// What comes round and was begun by the coordination office: groups it led first, meetings of a group or
/// plenaries it housed first (F11; capabilities C16.3). How long it takes until a partner carries one, and
/// which could be handed over.
///
/// @param begun how many the office has begun
/// @param handed how many of them a partner has led or housed since
/// @param tenure how long they stay with the office; those still there count as not yet ended
/// @param candidates those that are with the office today and in which a partner takes part already
public record HandOver(int begun, int handed, Tenure tenure, List<Candidate> candidates) {

    /// So few say nothing about a half-life (the size gate of an index).
    public static final int FEWEST = 10;

    private static final double MONTH = 365.25 / 12;

    /// Meetings that come round: at least so many within a year.
    private static final int RECURRING = 2;

    private static final int MOST_PARTNERS = 2;

    public enum Kind {
        LEAD,
        MEETINGS
    }

    /// @param body null for the plenaries of the whole network
    /// @param meetings held within twelve months
    /// @param partners who could take it over, the one who takes part most first
    public record Candidate(Kind kind, Work.@Nullable Body body, int meetings, List<Ready> partners) {
        public Candidate {
            partners = List.copyOf(partners);
        }
    }

    /// What a partner does there already.
    ///
    /// @param deputy stands in for the lead
    /// @param housed meetings of this kind it has housed, ever
    /// @param put items it put or spoke to within twelve months
    /// @param present meetings within twelve months at which it was
    public record Ready(UUID organisation, boolean deputy, int housed, int put, int present) {
        private boolean isSomething(int meetings) {
            return deputy || housed > 0 || put > 0 || meetings > 0 && 2 * present >= meetings;
        }
    }

    public HandOver {
        candidates = List.copyOf(candidates);
    }

    /// Months after which half has been handed over; undefined while more than half is with the office, or
    /// for too few.
    public OptionalDouble halfLife() {
        return begun < FEWEST ? OptionalDouble.empty() : tenure.median();
    }

    /// @param offices the coordination office
    /// @param members organisations that belong to the network on the day
    public static HandOver of(Work work, Set<UUID> offices, Set<UUID> members, LocalDate day) {
        var stays = new ArrayList<Tenure.Stay>();
        var candidates = new ArrayList<Candidate>();
        var held = work.gatherings().stream()
                .filter(it -> !it.cancelled() && !it.on().isAfter(day) && (it.body() != null || it.plenary()))
                .sorted(Comparator.comparing(Work.Gathering::on).thenComparing(Work.Gathering::id))
                .collect(Collectors.groupingBy(it -> Round.of(it)));
        for (var body : work.bodies()) {
            var leads = work.places().stream()
                    .filter(it -> it.body().equals(body.id())
                            && it.part().equals("LEAD")
                            && !it.since().isAfter(day))
                    .sorted(Comparator.comparing(Work.Place::since))
                    .toList();
            stay(
                    stays,
                    leads.stream()
                            .map(it -> new Carried(it.organisation(), it.since()))
                            .toList(),
                    offices,
                    body.closedOn() != null && body.closedOn().isBefore(day) ? body.closedOn() : day);
            boolean ours = leads.stream()
                    .anyMatch(it -> offices.contains(it.organisation()) && Work.holds(it.since(), it.until(), day));
            if (ours && Work.holds(body.foundedOn(), body.closedOn(), day))
                add(
                        candidates,
                        Kind.LEAD,
                        body,
                        ready(work, body, held.getOrDefault(new Round(body.id()), List.of()), offices, members, day),
                        inYear(held.getOrDefault(new Round(body.id()), List.of()), day));
        }
        var bodies = work.bodies().stream().collect(Collectors.toMap(Work.Body::id, it -> it));
        held.forEach((round, meetings) -> {
            var housed = meetings.stream().filter(it -> it.host() != null).toList();
            var body = round.body() == null ? null : bodies.get(round.body());
            if (meetings.size() >= RECURRING)
                stay(
                        stays,
                        housed.stream()
                                .map(it -> new Carried(Objects.requireNonNull(it.host()), it.on()))
                                .toList(),
                        offices,
                        body != null
                                        && body.closedOn() != null
                                        && body.closedOn().isBefore(day)
                                ? body.closedOn()
                                : day);
            int year = inYear(meetings, day);
            boolean open = body == null || Work.holds(body.foundedOn(), body.closedOn(), day);
            if (open
                    && year >= RECURRING
                    && !housed.isEmpty()
                    && offices.contains(housed.getLast().host()))
                add(candidates, Kind.MEETINGS, body, ready(work, body, meetings, offices, members, day), year);
        });
        candidates.sort(Comparator.comparing(Candidate::kind)
                .thenComparing(it -> it.body() == null ? "" : it.body().name()));
        return new HandOver(
                stays.size(), (int) stays.stream().filter(Tenure.Stay::ended).count(), Tenure.of(stays), candidates);
    }

    /// @param body null for plenaries of the whole network
    private record Round(@Nullable UUID body) {
        static Round of(Work.Gathering gathering) {
            return new Round(gathering.body());
        }
    }

    private record Carried(UUID organisation, LocalDate on) {}

    /// @param carried by whom and since when, in order of time
    private static void stay(List<Tenure.Stay> stays, List<Carried> carried, Set<UUID> offices, LocalDate end) {
        if (carried.isEmpty() || !offices.contains(carried.getFirst().organisation())) return;
        var begun = carried.getFirst().on();
        var handed = carried.stream()
                .filter(it -> !offices.contains(it.organisation()))
                .map(Carried::on)
                .findFirst();
        var until = handed.orElse(end);
        stays.add(new Tenure.Stay(Math.max(0, ChronoUnit.DAYS.between(begun, until)) / MONTH, handed.isPresent()));
    }

    private static void add(
            List<Candidate> candidates, Kind kind, Work.@Nullable Body body, List<Ready> ready, int meetings) {
        var able = ready.stream()
                .filter(it -> it.isSomething(meetings))
                .sorted(Comparator.comparing((Ready it) -> !it.deputy())
                        .thenComparing(it -> -it.housed())
                        .thenComparing(it -> -it.put())
                        .thenComparing(it -> -it.present())
                        .thenComparing(Ready::organisation))
                .limit(MOST_PARTNERS)
                .toList();
        if (!able.isEmpty()) candidates.add(new Candidate(kind, body, meetings, able));
    }

    private static int inYear(List<Work.Gathering> meetings, LocalDate day) {
        var first = day.minusYears(1);
        return (int) meetings.stream().filter(it -> it.on().isAfter(first)).count();
    }

    private static List<Ready> ready(
            Work work,
            Work.@Nullable Body body,
            List<Work.Gathering> meetings,
            Set<UUID> offices,
            Set<UUID> members,
            LocalDate day) {
        var first = day.minusYears(1);
        var year = meetings.stream()
                .filter(it -> it.on().isAfter(first))
                .map(Work.Gathering::id)
                .collect(Collectors.toSet());
        Map<UUID, Integer> housed = new HashMap<>();
        Map<UUID, Integer> put = new HashMap<>();
        Map<UUID, Integer> present = new HashMap<>();
        for (var meeting : meetings) if (meeting.host() != null) housed.merge(meeting.host(), 1, Integer::sum);
        for (var item : work.items()) {
            if (!year.contains(item.gathering())) continue;
            if (item.proposer() != null) put.merge(item.proposer(), 1, Integer::sum);
            if (item.speaker() != null && !item.speaker().equals(item.proposer()))
                put.merge(item.speaker(), 1, Integer::sum);
        }
        work.attended().stream()
                .filter(it -> year.contains(it.gathering()))
                .map(it -> Map.entry(it.gathering(), it.organisation()))
                .distinct()
                .forEach(it -> present.merge(it.getValue(), 1, Integer::sum));
        var deputies = body == null
                ? Set.<UUID>of()
                : work.placesOn(day).stream()
                        .filter(it -> it.body().equals(body.id()) && it.part().equals("DEPUTY"))
                        .map(Work.Place::organisation)
                        .collect(Collectors.toSet());
        return members.stream()
                .filter(it -> !offices.contains(it))
                .map(it -> new Ready(
                        it,
                        deputies.contains(it),
                        housed.getOrDefault(it, 0),
                        put.getOrDefault(it, 0),
                        present.getOrDefault(it, 0)))
                .toList();
    }
}
