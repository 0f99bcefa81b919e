package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.map.FrozenNetwork;

/// The network as a graph for other programs: everybody who ever belonged to it and every tie, each with its
/// times; or without names, one day of it.
///
/// @param asOf the day on which it was read
public record NetworkThroughTime(String name, LocalDate asOf, List<Node> nodes, List<Edge> edges) {

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
                edges(chronicle.ties(), keys));
    }

    private static List<Span> spans(Member member) {
        return member.stays().stream()
                .map(it -> new Span(it.from(), it.to()))
                .sorted(Comparator.comparing(Span::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /// One day without names, as a frozen map hides them: letters drawn by chance, the office left out, small
    /// groups as one, of a tie its two ends alone.
    ///
    /// @param named the groups in the reader's language
    public static NetworkThroughTime unnamed(
            FrozenNetwork hidden, String name, LocalDate asOf, Function<FrozenNetwork.Group, String> named) {
        if (!hidden.hidden()) throw new IllegalArgumentException("A copy with names.");
        return new NetworkThroughTime(
                name,
                asOf,
                hidden.nodes().stream()
                        .map(it -> new Node(
                                it.name(),
                                it.name(),
                                named.apply(hidden.groups().get(it.group())),
                                "",
                                false,
                                List.of()))
                        .toList(),
                hidden.ties().stream()
                        .map(it -> new Edge(
                                hidden.nodes().get(it.from()).name(),
                                hidden.nodes().get(it.to()).name(),
                                "TIE",
                                true,
                                null,
                                "",
                                "",
                                List.of()))
                        .toList());
    }

    private record Tie(String from, String to, String kind) {}

    /// What was there more than once between the same two is one edge with several times.
    private static List<Edge> edges(List<TieRecord> ties, Map<UUID, String> ids) {
        var byTie = new LinkedHashMap<Tie, List<TieRecord>>();
        for (var tie : ties) {
            var from = ids.get(tie.from());
            var to = ids.get(tie.to());
            if (from == null || to == null) continue;
            byTie.computeIfAbsent(new Tie(from, to, tie.kind()), it -> new ArrayList<>())
                    .add(tie);
        }
        return byTie.entrySet().stream()
                .map(it -> edge(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::kind))
                .toList();
    }

    private static Edge edge(Tie tie, List<TieRecord> times) {
        var latest = times.stream()
                .max(Comparator.comparing(TieRecord::start, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(TieRecord::id))
                .orElseThrow();
        var form = latest.form();
        return new Edge(
                tie.from(),
                tie.to(),
                tie.kind(),
                latest.mutual(),
                latest.strength(),
                form == null ? "" : form,
                latest.source(),
                times.stream()
                        .map(it -> new Span(it.start(), it.end()))
                        .distinct()
                        .sorted(Comparator.comparing(Span::from, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(Span::to, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }
}
