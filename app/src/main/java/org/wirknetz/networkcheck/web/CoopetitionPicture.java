package org.wirknetz.networkcheck.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirknetz.networkcheck.Coopetition;

/// Four fields: to the right the overlap of segments, upwards the kinds of ties. Pairs of one place are one circle with
/// their number in it, since many lie on the same.
///
/// @param lineX where half of the segments lies
/// @param lineY where two kinds of ties begin
public record CoopetitionPicture(List<Spot> spots, int lineX, int lineY) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 360;
    private static final int EDGE = 28;
    private static final int KINDS = 6;
    private static final int FEWEST = 4;
    private static final int STEPS = 10;

    /// @param step tenths of overlap
    public record Spot(int step, int kinds, int pairs, int x, int y, int radius) {}

    static CoopetitionPicture of(Coopetition matrix) {
        int top = Math.clamp(
                matrix.pairs().stream().mapToInt(it -> it.kinds().size()).max().orElse(0), FEWEST, KINDS);
        record Place(int step, int kinds) {}
        Map<Place, Integer> counted =
                new TreeMap<>(Comparator.comparing(Place::step).thenComparing(Place::kinds));
        for (var pair : matrix.pairs())
            counted.merge(
                    new Place(
                            (int) Math.round(pair.overlap() * STEPS),
                            Math.min(KINDS, pair.kinds().size())),
                    1,
                    Integer::sum);
        var spots = counted.entrySet().stream()
                .map(it -> new Spot(
                        it.getKey().step(),
                        it.getKey().kinds(),
                        it.getValue(),
                        x(it.getKey().step()),
                        y(it.getKey().kinds(), top),
                        (int) Math.min(20, 11 + Math.sqrt(it.getValue()))))
                .toList();
        return new CoopetitionPicture(
                spots, (x(4) + x(5)) / 2, (y(Coopetition.TOGETHER, top) + y(Coopetition.TOGETHER - 1, top)) / 2);
    }

    private static int x(int step) {
        return EDGE + step * (WIDTH - 2 * EDGE) / STEPS;
    }

    private static int y(int kinds, int top) {
        return HEIGHT - EDGE - kinds * (HEIGHT - 2 * EDGE) / top;
    }
}
