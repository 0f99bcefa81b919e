package org.wirknetz.exchange.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wirknetz.analysis.ClosedCircles;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.exchange.Flow;
import org.wirknetz.exchange.PairBalance;

/// Give and take of a whole network, with names: figures, pairs worth a word, a matrix of the busiest.
///
/// @param busiest at most [#MATRIX], by name
record BalanceRows(
        Map<UUID, String> names,
        List<Flow> flows,
        Reciprocity reciprocity,
        ClosedCircles circles,
        List<PairBalance> pairs,
        List<PairBalance> reminders,
        List<UUID> busiest,
        Map<UUID, Tally> tallies) {

    static final int MATRIX = 24;

    /// What one gave and received over all pairs; counts first, since points are subjective (domain 5.4).
    record Tally(int timesGiven, int timesReceived, double given, double received) {
        private Tally and(Tally other) {
            return new Tally(
                    timesGiven + other.timesGiven,
                    timesReceived + other.timesReceived,
                    given + other.given,
                    received + other.received);
        }

        /// (given − received) / (given + received)
        double balance() {
            return (given - received) / (given + received);
        }
    }

    static BalanceRows of(List<Flow> flows, Map<UUID, String> names, LocalDate today) {
        var graph = Graph.builder()
                .nodes(names.keySet().stream().map(UUID::toString).toList());
        var tallies = new HashMap<UUID, Tally>();
        for (var flow : flows) {
            graph.tie(flow.giver().toString(), flow.receiver().toString(), flow.weight());
            tallies.merge(flow.giver(), new Tally(flow.times(), 0, flow.weight(), 0), Tally::and);
            tallies.merge(flow.receiver(), new Tally(0, flow.times(), 0, flow.weight()), Tally::and);
        }
        var built = graph.build();
        var pairs = PairBalance.of(flows);
        var byName = Comparator.<UUID, String>comparing(it -> names.getOrDefault(it, ""));
        var busiest = tallies.entrySet().stream()
                .sorted(Comparator.comparing(
                        it -> -it.getValue().given() - it.getValue().received()))
                .limit(MATRIX)
                .map(Map.Entry::getKey)
                .sorted(byName)
                .toList();
        var reminders = pairs.stream().filter(it -> it.reminds(today)).toList();
        var sorted = new LinkedHashMap<UUID, Tally>();
        tallies.keySet().stream()
                .sorted(byName)
                .forEach(it -> sorted.put(it, tallies.getOrDefault(it, new Tally(0, 0, 0, 0))));
        return new BalanceRows(
                names, flows, Reciprocity.of(built), ClosedCircles.of(built), pairs, reminders, busiest, sorted);
    }

    /// Where the most has gone one way, by name.
    List<PairBalance> mostOneSided(int most) {
        return reminders.stream()
                .sorted(Comparator.<PairBalance>comparingDouble(it -> -Math.abs(it.given() - it.received()))
                        .thenComparing(PairBalance::one)
                        .thenComparing(PairBalance::other))
                .limit(most)
                .sorted(Comparator.<PairBalance, String>comparing(it -> name(it.one()))
                        .thenComparing(it -> name(it.other())))
                .toList();
    }

    String name(UUID organisation) {
        return names.getOrDefault(organisation, "");
    }

    List<String> circlesByName(int most) {
        var lines = new ArrayList<String>();
        for (var circle :
                circles.circles().subList(0, Math.min(most, circles.circles().size()))) {
            lines.add(name(UUID.fromString(circle.first())) + " → " + name(UUID.fromString(circle.second())) + " → "
                    + name(UUID.fromString(circle.third())) + " → " + name(UUID.fromString(circle.first())));
        }
        return lines;
    }
}
