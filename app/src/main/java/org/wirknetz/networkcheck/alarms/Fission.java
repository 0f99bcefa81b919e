package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.ExternalInternal;
import org.wirknetz.analysis.Graph;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Findings;

/// A part of the network closes itself off (F4, M4): its share of ties to the outside falls, or hardly a
/// tie is left. How dense the network is does not matter.
///
/// For every group that might do so, the E-I index over the ties that touch it (Krackhardt and Stern 1988)
/// is followed through the quarters. The alarm is raised where it fell by more than 0.2 in two quarters
/// running and has not come back, or where one tie or none leads out.
final class Fission {

    static final int LEAST_MEMBERS = 3;

    /// The variant that one tie alone leads out.
    static final String ON_ONE_TIE = "bridge";

    private static final double FALL = 0.2;
    private static final double STEP = 0.05;
    static final int QUARTERS = 9;
    private static final int LONGEST_AGO = 6;
    private static final int FEWEST_TIES = 4;
    private static final int FEWEST_ORGANISATIONS = 5;
    private static final double LEAST_DOCUMENTED = 0.6;
    private static final int MOST_NAMED = 12;
    private static final int LAST_BRIDGES = 4;

    private final Chronicle chronicle;
    private final double fall;
    private final Map<LocalDate, Graph> graphs = new HashMap<>();
    private final @Nullable Drawn drawn;

    /// @param wrong how often the office has called such an alarm wrong: each time it takes a deeper fall
    Fission(Chronicle chronicle, int wrong) {
        this.chronicle = chronicle;
        this.fall = fall(wrong);
        this.drawn = null;
    }

    /// @param drawn what need not be drawn again
    Fission(Chronicle chronicle, int wrong, Drawn drawn) {
        this.chronicle = chronicle;
        this.fall = fall(wrong);
        this.drawn = drawn;
        graphs.putAll(drawn.past());
        graphs.put(drawn.snapshot().asOf(), drawn.graph());
    }

    static double fall(int wrong) {
        return FALL + STEP * wrong;
    }

    /// The group on a day, as far as it belonged then.
    private record Stand(LocalDate day, int members, long external, long internal) {
        double index() {
            return external + internal == 0 ? 0 : (double) (external - internal) / (external + internal);
        }
    }

    private Graph graph(LocalDate day) {
        return graphs.computeIfAbsent(day, it -> chronicle.asOf(it).graph());
    }

    /// Those raised on the day, the most closed first; none about the same group twice.
    List<Alarm> on(LocalDate day) {
        var now = graph(day);
        if (now.size() < FEWEST_ORGANISATIONS || isThin(now)) return List.of();
        var days = chronicle.quarters(day, QUARTERS);
        var raised = new ArrayList<Alarm>();
        for (var group :
                new Candidates(now, closer(day), days.stream().map(this::graph).toList()).all()) {
            alarm(group, days).ifPresent(raised::add);
        }
        raised.sort(Comparator.comparingDouble(Alarm::figure).reversed().thenComparing(Alarm::subject));
        var chosen = new ArrayList<Alarm>();
        for (var one : raised) if (chosen.stream().noneMatch(it -> overlaps(it, one))) chosen.add(one);
        return List.copyOf(chosen);
    }

    private List<List<String>> closer(LocalDate day) {
        return drawn == null || !drawn.snapshot().asOf().equals(day) ? Findings.closer(graph(day)) : drawn.closer();
    }

    private static boolean overlaps(Alarm one, Alarm other) {
        long shared = one.about().stream().filter(other.about()::contains).count();
        return 2 * shared >= Math.min(one.about().size(), other.about().size());
    }

    private static boolean isThin(Graph graph) {
        int tied = 0;
        for (int node = 0; node < graph.size(); node++) if (graph.degree(node) > 0) tied++;
        return tied < LEAST_DOCUMENTED * graph.size();
    }

    private Optional<Alarm> alarm(Set<String> group, List<LocalDate> days) {
        var course = days.stream().map(day -> stand(group, day)).toList();
        var now = course.getLast();
        if (now.members() < LEAST_MEMBERS || now.internal() == 0) return Optional.empty();
        int first = fallen(course);
        if (first >= 0)
            return Optional.of(told(
                    "falling",
                    group,
                    course.subList(first, course.size()),
                    course.get(first + 2).day()));
        // Who was never tied to the others has not closed itself off.
        boolean cutOff = now.external() == 0 && course.stream().anyMatch(it -> it.external() > 0);
        if (now.external() == 1 || cutOff)
            return Optional.of(told(cutOff ? "apart" : ON_ONE_TIE, group, course, thin(course)));
        return Optional.empty();
    }

    /// Where the fall began: the first of the quarters in which the index fell twice running, unless it has
    /// come back.
    private int fallen(List<Stand> course) {
        int last = course.size() - 1;
        for (int at = Math.max(2, last - LONGEST_AGO); at <= last; at++) {
            var before = course.get(at - 2);
            var middle = course.get(at - 1);
            var after = course.get(at);
            boolean known = before.members() >= LEAST_MEMBERS && before.external() >= FEWEST_TIES;
            if (!known || before.index() - middle.index() <= fall || middle.index() - after.index() <= fall) continue;
            if (course.getLast().index() <= after.index() + fall) return at - 2;
        }
        return -1;
    }

    /// Since when, without a gap, at most one tie has led out.
    private static LocalDate thin(List<Stand> course) {
        var since = course.getLast().day();
        for (var stand : course.reversed()) {
            if (stand.members() < LEAST_MEMBERS || stand.external() > 1) break;
            since = stand.day();
        }
        return since;
    }

    private Stand stand(Set<String> group, LocalDate day) {
        var graph = graph(day);
        var present = group.stream().filter(it -> graph.find(it).isPresent()).toList();
        var ties = ExternalInternal.ofGroup(graph, present);
        return new Stand(day, present.size(), ties.external(), ties.internal());
    }

    private Alarm told(String variant, Set<String> group, List<Stand> course, LocalDate raised) {
        var first = course.getFirst();
        var now = course.getLast();
        var members = new TreeSet<>(group.stream().map(UUID::fromString).collect(Collectors.toSet()));
        var bridges = leaving(graph(now.day()), group);
        var evidence = new ArrayList<Alarm.Line>();
        for (var stand : course) {
            if (stand.members() < LEAST_MEMBERS) continue;
            evidence.add(new Alarm.Line(
                    "quarter",
                    List.of(
                            new Value.Day(stand.day()),
                            new Value.Count(stand.external()),
                            new Value.Count(stand.internal()),
                            new Value.Index(stand.index())),
                    null));
        }
        bridges.stream().limit(MOST_NAMED).forEach(it -> evidence.add(line("bridge", it)));
        var still = new HashSet<>(bridges);
        leaving(graph(first.day()), group).stream()
                .filter(it -> !still.contains(it))
                .limit(MOST_NAMED)
                .forEach(it -> evidence.add(line("vanished", it)));
        return new Alarm(
                Rule.FISSION,
                variant,
                Alarm.subjectOf(members),
                -now.index(),
                first.day(),
                now.day(),
                raised,
                List.of(
                        new Value.Orgs(List.copyOf(members)),
                        new Value.Count(first.external()),
                        new Value.Count(now.external()),
                        new Value.Day(first.day()),
                        new Value.Pairs(bridges.stream().limit(LAST_BRIDGES).toList()),
                        new Value.Index(now.index())),
                evidence,
                members);
    }

    private static Alarm.Line line(String key, Value.Pair pair) {
        return new Alarm.Line(
                key, List.of(new Value.Pairs(List.of(pair))), "/ties/between/" + pair.one() + "/" + pair.other());
    }

    /// The ties that lead out of the group, its own end first.
    private static List<Value.Pair> leaving(Graph graph, Set<String> group) {
        var pairs = new ArrayList<Value.Pair>();
        for (var key : new TreeSet<>(group)) {
            if (graph.find(key).isEmpty()) continue;
            for (int other : graph.neighbours(graph.node(key))) {
                if (!group.contains(graph.key(other)))
                    pairs.add(new Value.Pair(UUID.fromString(key), UUID.fromString(graph.key(other))));
            }
        }
        return pairs;
    }
}
