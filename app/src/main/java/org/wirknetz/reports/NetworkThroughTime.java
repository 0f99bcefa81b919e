package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;

/// The network as a graph for other programs: everybody who ever belonged to it and every tie, each with its
/// times; or
/// without names, one day of it.
///
/// @param asOf the day on which it was read
public record NetworkThroughTime(String name, LocalDate asOf, List<Node> nodes, List<Edge> edges) {

    /// Structure gives away who is who in a smaller network.
    public static final int FEWEST_WITHOUT_NAMES = 20;

    /// `[from, to)`
    public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /// @param spans when it belonged to the network; empty where that is not told
    public record Node(String id, String label, String group, String area, boolean coordinator, List<Span> spans) {}

    /// @param strength null where nobody has said it
    /// @param spans when it held; empty where that is not told
    public record Edge(
            String from,
            String to,
            String kind,
            boolean mutual,
            @Nullable Integer strength,
            String form,
            String source,
            List<Span> spans) {}

    public NetworkThroughTime {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    public static NetworkThroughTime named(Chronicle chronicle, String name, LocalDate asOf) {
        Map<UUID, String> keys = chronicle.members().stream().collect(Collectors.toMap(Member::id, Member::key));
        return new NetworkThroughTime(
                name,
                asOf,
                chronicle.members().stream()
                        .map(it -> new Node(
                                it.key(),
                                it.name(),
                                String.join(" | ", it.groups()),
                                it.area(),
                                it.coordinator(),
                                it.coordinator() ? List.of() : spans(it)))
                        .sorted(Comparator.comparing(Node::id))
                        .toList(),
                edges(chronicle.ties(), keys, true));
    }

    private static List<Span> spans(Member member) {
        return member.stays().stream()
                .map(it -> new Span(it.from(), it.to()))
                .sorted(Comparator.comparing(Span::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /// One day without names, dates, areas and marks: a number in an order that says nothing, and the group
    /// where at
    /// least three share it.
    ///
    /// @param named the groups in the reader's language
    public static NetworkThroughTime unnamed(
            Chronicle chronicle, String name, LocalDate asOf, Function<ActorGroup, String> named) {
        var frozen = chronicle.frozenOn(asOf);
        var many = frozen.members().stream()
                .filter(it -> !it.coordinator())
                .collect(Collectors.groupingBy(Member::group, Collectors.counting()));
        var groups = frozen.groups().stream().collect(Collectors.toMap(ActorGroup::key, named));
        var ids = new HashMap<UUID, String>();
        var nodes = new ArrayList<Node>();
        frozen.members().stream().sorted(Comparator.comparing(Member::id)).forEach(member -> {
            var id = "n" + (ids.size() + 1);
            ids.put(member.id(), id);
            boolean tells = member.coordinator() || many.getOrDefault(member.group(), 0L) < Count.LEAST;
            nodes.add(new Node(id, id, tells ? "" : groups.getOrDefault(member.group(), ""), "", false, List.of()));
        });
        return new NetworkThroughTime(name, asOf, nodes, edges(frozen.ties(), ids, false));
    }

    private record Tie(String from, String to, String kind) {}

    /// What was there more than once between the same two is one edge with several times.
    private static List<Edge> edges(List<TieRecord> ties, Map<UUID, String> ids, boolean all) {
        var byTie = new LinkedHashMap<Tie, List<TieRecord>>();
        for (var tie : ties) {
            var from = ids.get(tie.from());
            var to = ids.get(tie.to());
            if (from == null || to == null) continue;
            byTie.computeIfAbsent(new Tie(from, to, tie.kind()), it -> new ArrayList<>())
                    .add(tie);
        }
        return byTie.entrySet().stream()
                .map(it -> edge(it.getKey(), it.getValue(), all))
                .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::kind))
                .toList();
    }

    private static Edge edge(Tie tie, List<TieRecord> times, boolean all) {
        var latest = times.stream()
                .max(Comparator.comparing(TieRecord::start, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(TieRecord::id))
                .orElseThrow();
        var form = latest.form();
        return new Edge(
                tie.from(),
                tie.to(),
                tie.kind(),
                latest.mutual() || latest.confirmedByBoth(),
                all ? latest.strength() : null,
                all && form != null ? form : "",
                all ? latest.source() : "",
                all
                        ? times.stream()
                                .map(it -> new Span(it.start(), it.end()))
                                .distinct()
                                .sorted(Comparator.comparing(
                                                Span::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                                        .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder())))
                                .toList()
                        : List.of());
    }
}
