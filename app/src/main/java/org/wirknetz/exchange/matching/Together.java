package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// Partners who together have all that is asked for: one alone, a pair or three that complement one another.
///
/// @param parts for each thing asked for, who has it
public record Together(List<Match> parts, double score) {

    private static final int EACH = 4;
    private static final double ONE_HOUSE = 0.1;

    public int organisations() {
        return new HashSet<>(parts.stream().map(Match::organisation).toList()).size();
    }

    /// @param found for each thing asked for, the best first
    static List<Together> of(List<List<Match>> found, int most) {
        if (found.size() < 2 || found.stream().anyMatch(List::isEmpty)) return List.of();
        List<List<Match>> combined = List.of(List.of());
        for (var choices : found) {
            var longer = new ArrayList<List<Match>>();
            for (var before : combined) {
                for (var choice : choices.subList(0, Math.min(EACH, choices.size()))) {
                    var next = new ArrayList<>(before);
                    next.add(choice);
                    longer.add(next);
                }
            }
            combined = longer;
        }
        var seen = new HashSet<HashSet<UUID>>();
        return combined.stream()
                .map(parts -> {
                    double sum = parts.stream().mapToDouble(Match::score).sum() / parts.size();
                    int houses = new HashSet<>(
                                    parts.stream().map(Match::organisation).toList())
                            .size();
                    return new Together(List.copyOf(parts), sum + ONE_HOUSE * (parts.size() - houses));
                })
                .sorted(Comparator.comparingDouble(it -> -it.score()))
                .filter(it -> seen.add(new HashSet<>(
                        it.parts().stream().map(Match::organisation).toList())))
                .limit(most)
                .toList();
    }
}
