package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

/// Who took part in what: actors and events, with the measures and normalisations of two-mode networks
/// (Borgatti and Everett 1997; Borgatti and Halgin 2011).
///
/// Taking part in the same is only a hint at a tie; never mix projected ties with declared ones.
///
/// Cost O(attendances) for degrees, of all distances for the rest. Undefined values are absent.
public final class TwoMode {

    public record Attendance(String actor, String event) {}

    private final int actors;
    private final Graph graph;

    private TwoMode(int actors, Graph graph) {
        this.actors = actors;
        this.graph = graph;
    }

    /// Keys must differ across both modes; an attendance listed twice counts once.
    public static TwoMode of(List<String> actors, List<String> events, Collection<Attendance> attendances) {
        var isActor = new HashSet<>(actors);
        var isEvent = new HashSet<>(events);
        var builder = Graph.builder().nodes(actors).nodes(events);
        var seen = new HashSet<Attendance>();
        for (var attendance : attendances) {
            if (!isActor.contains(attendance.actor()))
                throw new RefusedInput(RefusedInput.Reason.NOT_OF_MODE, attendance.actor(), "actors");
            if (!isEvent.contains(attendance.event()))
                throw new RefusedInput(RefusedInput.Reason.NOT_OF_MODE, attendance.event(), "events");
            if (seen.add(attendance)) builder.tie(attendance.actor(), attendance.event());
        }
        return new TwoMode(actors.size(), builder.build().undirected());
    }

    /// Actors first, then events; a tie is an attendance.
    public Graph graph() {
        return graph;
    }

    public long attendances() {
        return graph.ties();
    }

    /// Attendances among all possible ones; undefined without actors or events.
    public OptionalDouble density() {
        return Share.of(attendances(), (double) actors * events());
    }

    /// The share of the other mode that a node is tied to; undefined where the other mode is empty.
    public NodeValues degree() {
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++) {
            int others = i < actors ? events() : actors;
            values[i] = others == 0 ? Double.NaN : (double) graph.degree(i) / others;
        }
        return new NodeValues(graph, values);
    }

    /// The least possible sum of distances / the sum there is, times the share of nodes reached; 0 for an
    /// isolate.
    public NodeValues closeness() {
        return closeness(Effort.threads(1));
    }

    public NodeValues closeness(Effort effort) {
        var paths = ShortestPaths.of(graph, effort);
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++) {
            int own = i < actors ? actors : events(), others = i < actors ? events() : actors;
            double least = others + 2.0 * (own - 1);
            if (paths.reached(i) > 0)
                values[i] = least / paths.sumOfDistances(i) * paths.reached(i) / (values.length - 1);
        }
        return new NodeValues(graph, values);
    }

    /// Betweenness / the largest that is possible between modes of these sizes; undefined where that is 0.
    public NodeValues betweenness() {
        return betweenness(Effort.threads(1));
    }

    public NodeValues betweenness(Effort effort) {
        var betweenness = Betweenness.of(graph, effort);
        double mostOfActors = most(actors, events()), mostOfEvents = most(events(), actors);
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++) {
            double most = i < actors ? mostOfActors : mostOfEvents;
            values[i] = most > 0 ? betweenness.at(i) / most : Double.NaN;
        }
        return new NodeValues(graph, values);
    }

    /// Actors tied by the events they shared, each counting 1/(participants − 1) (Newman 2001): whoever shares
    /// an event with many is tied little to each.
    public Graph projection() {
        var builder = Graph.builder();
        for (int i = 0; i < actors; i++) builder.node(graph.key(i));
        for (int event = actors; event < graph.size(); event++) {
            var there = graph.neighbours(event);
            for (int a = 0; a < there.length; a++)
                for (int b = a + 1; b < there.length; b++)
                    builder.tie(graph.key(there[a]), graph.key(there[b]), 1.0 / (there.length - 1));
        }
        return builder.build().undirected();
    }

    /// Actors by name who took part in an event.
    public List<String> at(String event) {
        var names = new ArrayList<String>();
        for (int actor : graph.neighbours(graph.node(event))) names.add(graph.key(actor));
        return List.copyOf(names);
    }

    private int events() {
        return graph.size() - actors;
    }

    private static double most(long own, long others) {
        if (own == 0 || others == 0) return 0;
        long s = (own - 1) / others, t = (own - 1) % others;
        return 0.5
                * (others * others * (s + 1.0) * (s + 1)
                        + others * (s + 1.0) * (2 * t - s - 1)
                        - t * (2.0 * s - t + 3));
    }
}
