package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.platform.web.Shapes;

/// The first picture of the map, drawn on the server: it needs no script, prints, and stays where script fails.
/// Names never overlap: the best tied come first and take the first free one of four places.
public record MapDrawing(List<Line> lines, List<Mark> marks, List<Name> names) {

    static final int WIDTH = 960;
    static final int HEIGHT = 620;
    private static final int MARGIN = 70;
    private static final double LETTER = 6.6;
    private static final int MOST_LINES = 4000;

    public record Line(String x1, String y1, String x2, String y2, String width, boolean sure) {}

    public record Mark(
            String outline, int colour, boolean coordinator, String x, String y, String ring, String label) {}

    public record Name(String x, String y, String anchor, String text, boolean strong) {}

    static MapDrawing of(
            Snapshot snapshot, Map<UUID, Point> places, Map<String, ActorGroup> groups, Function<Member, String> name) {
        var degrees = new HashMap<UUID, Integer>();
        var pairs = new HashMap<List<UUID>, TieRecord>();
        for (var tie : snapshot.ties()) {
            var pair =
                    tie.from().compareTo(tie.to()) < 0 ? List.of(tie.from(), tie.to()) : List.of(tie.to(), tie.from());
            pairs.merge(pair, tie, (one, other) -> rank(one) >= rank(other) ? one : other);
        }
        pairs.keySet().forEach(pair -> pair.forEach(end -> degrees.merge(end, 1, Integer::sum)));
        var spots = new HashMap<UUID, Point>();
        for (var member : snapshot.members()) spots.put(member.id(), onPaper(places.get(member.id())));
        var ordered = snapshot.members().stream()
                .sorted(Comparator.comparing((Member it) -> !it.coordinator())
                        .thenComparing(it -> -degrees.getOrDefault(it.id(), 0))
                        .thenComparing(Member::name))
                .toList();
        double base = snapshot.members().size() > 200 ? 3 : 6;
        return new MapDrawing(
                pairs.values().stream()
                        .sorted(Comparator.comparingInt((TieRecord it) -> -rank(it))
                                .thenComparing(TieRecord::id))
                        .limit(MOST_LINES)
                        .map(tie -> line(tie, spots))
                        .toList(),
                ordered.stream()
                        .map(member -> mark(member, spots, groups, size(member, degrees, base), name))
                        .toList(),
                names(ordered, spots, degrees, base, name));
    }

    private static int rank(TieRecord tie) {
        var strength = tie.strength();
        return (tie.confirmedByBoth() ? 10 : 0) + (strength == null ? 1 : strength);
    }

    private static Point onPaper(@org.jspecify.annotations.Nullable Point place) {
        if (place == null) return new Point(WIDTH / 2.0, HEIGHT - 20.0);
        return new Point(MARGIN + place.x() * (WIDTH - 2 * MARGIN), 24 + place.y() * 1.5 * (HEIGHT - 48));
    }

    private static double size(Member member, Map<UUID, Integer> degrees, double base) {
        return base + Math.sqrt(degrees.getOrDefault(member.id(), 0)) * base / 5 + (member.coordinator() ? 2 : 0);
    }

    private static Line line(TieRecord tie, Map<UUID, Point> spots) {
        var from = spots.getOrDefault(tie.from(), new Point(0, 0));
        var to = spots.getOrDefault(tie.to(), new Point(0, 0));
        var strength = tie.strength();
        return new Line(
                number(from.x()),
                number(from.y()),
                number(to.x()),
                number(to.y()),
                number(0.6 + 0.4 * (strength == null ? 1 : strength)),
                tie.confirmedByBoth());
    }

    private static Mark mark(
            Member member,
            Map<UUID, Point> spots,
            Map<String, ActorGroup> groups,
            double size,
            Function<Member, String> name) {
        var spot = spots.getOrDefault(member.id(), new Point(0, 0));
        var group = groups.get(member.group());
        int shape = group == null ? 1 : group.shape();
        return new Mark(
                Shapes.outline(shape, spot.x(), spot.y(), size),
                group == null ? 0 : group.colour(),
                member.coordinator(),
                number(spot.x()),
                number(spot.y()),
                number(size * 1.7),
                name.apply(member));
    }

    private static List<Name> names(
            List<Member> ordered,
            Map<UUID, Point> spots,
            Map<UUID, Integer> degrees,
            double base,
            Function<Member, String> name) {
        var taken = new ArrayList<double[]>();
        for (var member : ordered) {
            var spot = spots.getOrDefault(member.id(), new Point(0, 0));
            double reach = size(member, degrees, base);
            taken.add(new double[] {spot.x() - reach, spot.y() - reach, spot.x() + reach, spot.y() + reach});
        }
        var names = new ArrayList<Name>();
        for (var member : ordered.subList(0, Math.min(140, ordered.size()))) {
            var spot = spots.getOrDefault(member.id(), new Point(0, 0));
            var text = shortened(name.apply(member));
            double width = text.length() * LETTER;
            double gap = size(member, degrees, base) * (member.coordinator() ? 1.7 : 1) + 4;
            double[][] tries = {
                {spot.x() + gap, spot.y() - 7, 0}, {spot.x() - gap - width, spot.y() - 7, 1},
                {spot.x() - width / 2, spot.y() + gap - 2, 2}, {spot.x() - width / 2, spot.y() - gap - 13, 2}
            };
            for (var place : tries) {
                var box = new double[] {place[0], place[1], place[0] + width, place[1] + 14};
                if (box[0] < 0 || box[2] > WIDTH || taken.stream().anyMatch(other -> overlaps(box, other))) continue;
                taken.add(box);
                names.add(new Name(
                        number(place[2] == 0 ? box[0] : place[2] == 1 ? box[2] : spot.x()),
                        number(box[1] + 11),
                        place[2] == 0 ? "start" : place[2] == 1 ? "end" : "middle",
                        text,
                        member.coordinator()));
                break;
            }
        }
        return List.copyOf(names);
    }

    private static boolean overlaps(double[] one, double[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }

    private static String shortened(String text) {
        return text.length() <= 26 ? text : text.substring(0, 25).strip() + "…";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
