package org.wirknetz.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One organisation or person in the middle, the neighbours around it: a small drawing of 320 by 240 without script.
///
/// @param middle whom it is about
/// @param neighbours at most twelve are drawn, the first ones; say the rest in the caption
/// @param between pairs of neighbours that know each other, by their places in the list
public record EgoPicture(One middle, List<One> neighbours, List<Pair> between) {

    private static final int MOST = 12;
    private static final double X = 160;
    private static final double Y = 116;

    /// @param label short, at most about 18 letters; longer ones are cut
    /// @param group its number among the groups in use, for colour and shape
    /// @param strong whether the tie to the middle was seen lately
    public record One(String label, int group, @Nullable String href, boolean strong) {}

    public record Pair(int one, int other) {}

    /// A neighbour with its place on the paper, and where its label stands; without one where there is no room.
    public record Spot(
            One one, double x, double y, @Nullable EgoLabel label) {
        public String outline() {
            return Shapes.outline(Shapes.shape(one.group()), x, y, 9);
        }

        public String left() {
            return number(x);
        }

        public String top() {
            return number(y);
        }
    }

    public EgoPicture {
        neighbours = List.copyOf(neighbours.subList(0, Math.min(MOST, neighbours.size())));
        var drawn = neighbours.size();
        between = between.stream()
                .filter(pair -> pair.one() < drawn && pair.other() < drawn)
                .toList();
    }

    /// On two circles in turn, so that the labels of neighbours seldom meet; where they would, one gives way.
    public List<Spot> spots() {
        var places = new ArrayList<double[]>();
        for (var at = 0; at < neighbours.size(); at++) {
            var angle = Math.toRadians(-90 + 360.0 * (at + 0.5) / neighbours.size());
            var reach = neighbours.size() > 8 && at % 2 == 1 ? 0.68 : 1.0;
            places.add(new double[] {X + 132 * reach * Math.cos(angle), Y + 88 * reach * Math.sin(angle)});
        }
        var room = new EgoRoom(X, Y, middle.label(), places);
        var spots = new ArrayList<Spot>();
        for (var at = 0; at < places.size(); at++) {
            var place = places.get(at);
            spots.add(new Spot(
                    neighbours.get(at),
                    place[0],
                    place[1],
                    room.label(neighbours.get(at).label(), place[0], place[1], place[1] < Y - 4)));
        }
        return spots;
    }

    public String middleOutline() {
        return Shapes.outline(Shapes.shape(middle.group()), X, Y, 13);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
