package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a network stands between coordination and self-organisation, quarter by quarter, beside the corridor
/// it wanted then (F11), and what follows from it today.
///
/// @param quarters oldest first; the last is the day itself
public record Position(List<Quarter> quarters, Advice advice) {

    /// So few pieces of work say nothing about a share.
    public static final int FEWEST = 20;

    /// @param wanted the corridor that held on the day; null before one was set
    public record Quarter(LocalDate day, int office, int all, Corridors.@Nullable Corridor wanted) {

        public Optional<Corridors.Corridor.Side> side() {
            return wanted == null || all == 0 ? Optional.empty() : Optional.of(wanted.side(office, all));
        }
    }

    public enum Advice {
        /// no corridor has been set
        UNSET,
        /// fewer than [#FEWEST] pieces of work
        TOO_FEW,
        /// below the corridor, also with one piece of work more
        FORWARD,
        STAY,
        /// outside, and one piece of work would bring it in again
        EDGE,
        /// above the corridor, also with one piece of work less
        BACK
    }

    public Position {
        quarters = List.copyOf(quarters);
    }

    /// @param days the quarters, oldest first, the day itself last
    /// @param corridors the newest first
    public static Position of(
            Chronicle chronicle, Work work, List<Corridors.Corridor> corridors, List<LocalDate> days) {
        var quarters = days.stream()
                .map(day -> {
                    var steering = Steering.of(work, offices(chronicle, day), day);
                    return new Quarter(
                            day,
                            steering.office(),
                            steering.all(),
                            Corridors.on(corridors, day).orElse(null));
                })
                .toList();
        return new Position(quarters, advice(quarters.getLast()));
    }

    static Set<UUID> offices(Chronicle chronicle, LocalDate day) {
        return chronicle.asOf(day).members().stream()
                .filter(Member::coordinator)
                .map(Member::id)
                .collect(Collectors.toSet());
    }

    private static Advice advice(Quarter now) {
        var wanted = now.wanted();
        if (wanted == null) return Advice.UNSET;
        if (now.all() < FEWEST) return Advice.TOO_FEW;
        return switch (wanted.side(now.office(), now.all())) {
            case WITHIN -> Advice.STAY;
            case BELOW ->
                wanted.side(now.office() + 1, now.all()) == Corridors.Corridor.Side.BELOW
                        ? Advice.FORWARD
                        : Advice.EDGE;
            case ABOVE ->
                wanted.side(now.office() - 1, now.all()) == Corridors.Corridor.Side.ABOVE ? Advice.BACK : Advice.EDGE;
        };
    }
}
