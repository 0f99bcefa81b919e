package org.wirknetz.networkcheck.web;

import static org.wirknetz.networkcheck.web.MapNames.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.map.Circles;
import org.wirknetz.networkcheck.map.Pair;
import org.wirknetz.networkcheck.map.Shift;
import org.wirknetz.platform.web.Shapes;

/// The first picture of the map, drawn on the server: it needs no script, prints, and stays where
/// script fails.
///
/// @param hulls outlines of sub-networks, behind everything
/// @param signs a plus in the middle of a new tie, a cross in the middle of one that is gone
public record MapDrawing(List<String> hulls, List<Line> lines, List<Sign> signs, List<Mark> marks, List<Name> names) {

    static final int WIDTH = 960;
    static final int HEIGHT = 620;
    private static final int MARGIN = 70;
    private static final int MOST_LINES = 4000;
    private static final double HULL = 24;

    /// @param look classes of the style sheet, such as `is-claimed`
    public record Line(String x1, String y1, String x2, String y2, String width, String look) {}

    public record Sign(String path, String look) {}

    public record Mark(
            String outline,
            int colour,
            boolean coordinator,
            String x,
            String y,
            String ring,
            String label,
            String look) {}

    public record Name(String x, String y, String anchor, String text, boolean strong) {}

    /// What is drawn beside the network itself.
    ///
    /// @param shift what has changed; null where nothing is compared
    /// @param way organisations on a way that is shown; empty for none
    record Beside(@Nullable Shift shift, Circles circles, List<Member> way) {
        static final Beside NOTHING = new Beside(null, Circles.NONE, List.of());

        private Set<Pair> came() {
            return shift == null
                    ? Set.of()
                    : shift.came().stream().map(Shift.Change::pair).collect(Collectors.toSet());
        }

        private List<Shift.Change> gone() {
            return shift == null ? List.of() : shift.gone();
        }

        private List<Member> left() {
            return shift == null ? List.of() : shift.left();
        }

        private Set<UUID> joined() {
            return shift == null
                    ? Set.of()
                    : shift.joined().stream().map(Member::id).collect(Collectors.toSet());
        }

        private Set<Pair> steps() {
            var steps = new HashSet<Pair>();
            for (int at = 1; at < way.size(); at++)
                steps.add(new Pair(way.get(at - 1).id(), way.get(at).id()));
            return steps;
        }
    }

    static MapDrawing of(
            Snapshot snapshot, Map<UUID, Point> places, Map<String, ActorGroup> groups, Function<Member, String> name) {
        return of(snapshot, places, groups, name, Beside.NOTHING);
    }

    static MapDrawing of(
            Snapshot snapshot,
            Map<UUID, Point> places,
            Map<String, ActorGroup> groups,
            Function<Member, String> name,
            Beside beside) {
        return new Hand(snapshot, places, groups, name, beside).draw();
    }

    /// Draws one picture.
    private static final class Hand {
        private final Snapshot snapshot;
        private final Map<String, ActorGroup> groups;
        private final Function<Member, String> name;
        private final Beside beside;
        private final Map<UUID, Point> spots = new HashMap<>();
        private final Map<Pair, TieRecord> pairs = new HashMap<>();
        private final Set<Pair> observed = new HashSet<>();
        private final Map<UUID, Integer> degrees = new HashMap<>();
        private final Set<UUID> onWay;
        private final double base;

        Hand(
                Snapshot snapshot,
                Map<UUID, Point> places,
                Map<String, ActorGroup> groups,
                Function<Member, String> name,
                Beside beside) {
            this.snapshot = snapshot;
            this.groups = groups;
            this.name = name;
            this.beside = beside;
            onWay = beside.way().stream().map(Member::id).collect(Collectors.toSet());
            base = snapshot.members().size() > 200 ? 3 : 6;
            everybody().forEach(it -> spots.put(it.id(), onPaper(places.get(it.id()))));
            for (var tie : snapshot.ties())
                pairs.merge(Pair.of(tie), tie, (one, other) -> rank(one) >= rank(other) ? one : other);
            observed.addAll(pairs.keySet());
            snapshot.ties().stream()
                    .filter(it -> !it.isObserved())
                    .map(Pair::of)
                    .forEach(observed::remove);
            for (var pair : pairs.keySet()) {
                degrees.merge(pair.one(), 1, Integer::sum);
                degrees.merge(pair.other(), 1, Integer::sum);
            }
        }

        private Stream<Member> everybody() {
            return Stream.concat(snapshot.members().stream(), beside.left().stream());
        }

        MapDrawing draw() {
            var ordered = everybody()
                    .sorted(Comparator.comparing((Member it) -> !onWay.contains(it.id()))
                            .thenComparing(it -> !it.coordinator())
                            .thenComparing(it -> -degrees.getOrDefault(it.id(), 0))
                            .thenComparing(Member::name))
                    .toList();
            return new MapDrawing(
                    beside.circles().groups().stream()
                            .map(group -> group.stream()
                                    .filter(it -> spots.containsKey(it.id()))
                                    .map(this::spot)
                                    .toList())
                            .map(it -> Hull.around(it, HULL))
                            .filter(it -> !it.isEmpty())
                            .toList(),
                    lines(),
                    signs(),
                    ordered.stream().map(this::mark).toList(),
                    MapNames.placed(
                            ordered.stream()
                                    .map(it -> new MapNames.Wanted(
                                            spot(it),
                                            size(it),
                                            name.apply(it),
                                            it.coordinator() || onWay.contains(it.id())))
                                    .toList(),
                            WIDTH));
        }

        private List<Line> lines() {
            var came = beside.came();
            var steps = beside.steps();
            var lines = new ArrayList<Line>();
            beside.gone().forEach(it -> lines.add(line(it.pair(), 1.4, "is-gone")));
            pairs.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<Pair, TieRecord> it) -> -rank(it.getValue()))
                            .thenComparing(it -> it.getValue().id()))
                    .limit(MOST_LINES)
                    .forEach(it -> {
                        var strength = it.getValue().strength();
                        double width = 0.6 + 0.4 * (strength == null ? 1 : strength);
                        lines.add(line(it.getKey(), width, look(it.getKey(), it.getValue(), came, steps)));
                    });
            return List.copyOf(lines);
        }

        private String look(Pair pair, TieRecord tie, Set<Pair> came, Set<Pair> steps) {
            var look = new StringBuilder();
            if (observed.contains(pair)) look.append(" is-claimed is-observed");
            else if (!tie.confirmedByBoth()) look.append(" is-claimed");
            if (came.contains(pair)) look.append(" is-new");
            if (beside.circles().bridges().contains(pair)) look.append(" is-bridge");
            if (!onWay.isEmpty()) look.append(steps.contains(pair) ? " is-strong" : " is-faded");
            return look.toString().strip();
        }

        private List<Sign> signs() {
            var signs = new ArrayList<Sign>();
            for (var pair : beside.came())
                if (pairs.containsKey(pair)) signs.add(new Sign(plus(middle(pair)), "is-new"));
            for (var gone : beside.gone()) signs.add(new Sign(cross(middle(gone.pair())), "is-gone"));
            return List.copyOf(signs);
        }

        private Mark mark(Member member) {
            var spot = spot(member);
            var group = groups.get(member.group());
            double size = size(member);
            boolean gone = beside.left().contains(member);
            var look = gone
                    ? "is-gone"
                    : beside.joined().contains(member.id())
                            ? "is-new"
                            : onWay.isEmpty() ? "" : onWay.contains(member.id()) ? "is-strong" : "is-faded";
            return new Mark(
                    Shapes.outline(group == null ? 1 : group.shape(), spot.x(), spot.y(), size),
                    group == null ? 0 : group.colour(),
                    member.coordinator(),
                    number(spot.x()),
                    number(spot.y()),
                    number(size * 1.7),
                    name.apply(member),
                    look);
        }

        private Point spot(Member member) {
            return Objects.requireNonNull(spots.get(member.id()));
        }

        private double size(Member member) {
            return base + Math.sqrt(degrees.getOrDefault(member.id(), 0)) * base / 5 + (member.coordinator() ? 2 : 0);
        }

        private Line line(Pair pair, double width, String look) {
            var from = spots.getOrDefault(pair.one(), new Point(0, 0));
            var to = spots.getOrDefault(pair.other(), new Point(0, 0));
            return new Line(number(from.x()), number(from.y()), number(to.x()), number(to.y()), number(width), look);
        }

        private Point middle(Pair pair) {
            var from = spots.getOrDefault(pair.one(), new Point(0, 0));
            var to = spots.getOrDefault(pair.other(), new Point(0, 0));
            return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        }
    }

    private static String plus(Point at) {
        return "M%s,%sh9m-4.5,-4.5v9".formatted(number(at.x() - 4.5), number(at.y()));
    }

    private static String cross(Point at) {
        return "M%s,%sl7,7m0,-7l-7,7".formatted(number(at.x() - 3.5), number(at.y() - 3.5));
    }

    private static int rank(TieRecord tie) {
        var strength = tie.strength();
        return (tie.confirmedByBoth() ? 10 : 0) + (strength == null ? 1 : strength);
    }

    static Point onPaper(@Nullable Point place) {
        if (place == null) return new Point(WIDTH / 2.0, HEIGHT - 20.0);
        return new Point(MARGIN + place.x() * (WIDTH - 2 * MARGIN), 24 + place.y() * 1.5 * (HEIGHT - 48));
    }
}
