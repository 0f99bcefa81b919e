package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirknetz.analysis.layout.Point;

/// Places the names on a drawn map: the first come first and take the first free one of four places; a
/// name that finds none is left out, so names never overlap.
final class MapNames {

    private static final double LETTER = 6.6;
    private static final int LONGEST = 26;
    private static final int MOST = 140;

    private MapNames() {}

    /// @param reach how far the mark of the organisation goes from its middle
    record Wanted(Point spot, double reach, String text, boolean strong) {}

    static List<MapDrawing.Name> placed(List<Wanted> wanted, int width) {
        var taken = new ArrayList<double[]>();
        for (var it : wanted) {
            taken.add(new double[] {
                it.spot().x() - it.reach(),
                it.spot().y() - it.reach(),
                it.spot().x() + it.reach(),
                it.spot().y() + it.reach()
            });
        }
        var names = new ArrayList<MapDrawing.Name>();
        for (var it : wanted.subList(0, Math.min(MOST, wanted.size()))) place(it, width, taken, names);
        return List.copyOf(names);
    }

    private static void place(Wanted it, int width, List<double[]> taken, List<MapDrawing.Name> names) {
        var text = shortened(it.text());
        double wide = text.length() * LETTER;
        double gap = it.reach() * (it.strong() ? 1.7 : 1) + 4;
        double x = it.spot().x();
        double y = it.spot().y();
        double[][] tries = {
            {x + gap, y - 7, 0},
            {x - gap - wide, y - 7, 1},
            {x - wide / 2, y + gap - 2, 2},
            {x - wide / 2, y - gap - 13, 2}
        };
        for (var place : tries) {
            var box = new double[] {place[0], place[1], place[0] + wide, place[1] + 14};
            if (box[0] < 0 || box[2] > width || taken.stream().anyMatch(other -> overlaps(box, other))) continue;
            taken.add(box);
            names.add(new MapDrawing.Name(
                    number(place[2] == 0 ? box[0] : place[2] == 1 ? box[2] : x),
                    number(box[1] + 11),
                    place[2] == 0 ? "start" : place[2] == 1 ? "end" : "middle",
                    text,
                    it.strong()));
            return;
        }
    }

    private static boolean overlaps(double[] one, double[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
