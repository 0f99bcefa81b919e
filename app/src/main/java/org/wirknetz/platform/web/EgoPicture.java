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

    /// A neighbour with its place on the paper.
    public record Spot(One one, double x, double y) {
        public String outline() {
            return Shapes.outline(Shapes.shape(one.group()), x, y, 9);
        }

        public String left() {
            return number(x);
        }

        public String top() {
            return number(y);
        }

        /// Above in the upper half, below in the lower, so that no line crosses a label.
        public String labelTop() {
            return number(y < Y - 4 ? y - 15 : y + 24);
        }

        public String anchor() {
            return x < 70 ? "start" : x > 250 ? "end" : "middle";
        }

        public String labelLeft() {
            return number(x < 70 ? x - 12 : x > 250 ? x + 12 : x);
        }

        public String label() {
            return one.label().length() <= 18
                    ? one.label()
                    : one.label().substring(0, 17).strip() + "…";
        }
    }

    public EgoPicture {
        neighbours = List.copyOf(neighbours.subList(0, Math.min(MOST, neighbours.size())));
        var drawn = neighbours.size();
        between = between.stream()
                .filter(pair -> pair.one() < drawn && pair.other() < drawn)
                .toList();
    }

    /// On two circles in turn, so that the labels of neighbours do not meet.
    public List<Spot> spots() {
        var spots = new ArrayList<Spot>();
        for (var at = 0; at < neighbours.size(); at++) {
            var angle = Math.toRadians(-90 + 360.0 * (at + 0.5) / neighbours.size());
            var reach = neighbours.size() > 8 && at % 2 == 1 ? 0.68 : 1.0;
            spots.add(
                    new Spot(neighbours.get(at), X + 132 * reach * Math.cos(angle), Y + 88 * reach * Math.sin(angle)));
        }
        return spots;
    }

    public String middleOutline() {
        return Shapes.outline(Shapes.shape(middle.group()), X, Y, 13);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
