package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.CutPoints;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Favours;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.check.CheckResult.Facts;
import org.wirknetz.networkcheck.check.CheckResult.Imbalance;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.networkcheck.check.CheckResult.Pair;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.TableKind;

/// Measures a network as of a day: [CheckInput] in, [CheckResult] out, nothing else touched.
public final class NetworkCheck {
    private final CheckInput input;
    private final CheckWords words;
    private final Boundary boundary;
    private final Graph directed;
    private final Graph graph;
    private final @Nullable String coordinator;
    private final @Nullable Double responseShare;
    private final SizeGate gate;
    private final Measuring measuring;

    private NetworkCheck(CheckInput input) {
        this.input = input;
        words = new CheckWords(input.locale());
        boundary = new Boundary(input);
        directed = boundary.directed();
        graph = directed.undirected();
        coordinator = coordinator();
        var answered = answered();
        responseShare = answered == null && input.worked() != null ? (Double) tied() : answered;
        gate = new SizeGate(boundary.size(), documented(answered));
        measuring = new Measuring(boundary.size(), new Display(gate, answered != null, words), words);
    }

    public static CheckResult of(CheckInput input) {
        return new NetworkCheck(input).result();
    }

    private CheckResult result() {
        boolean known = input.tables().has(TableKind.TIES);
        var ways = Ways.of(graph);
        var communes = new Communes(graph, ways.circles());
        var worked = input.worked();
        var coverage = worked == null ? TargetCoverage.of(input.tables().targets(), boundary) : worked.coverage();
        var targets = new TargetCoverage(coverage, boundary, measuring, words);
        var cuts = CutPoints.of(graph);
        var groups = known ? named() : List.<NamedGroup>of();
        var indispensable = known && graph.ties() > 0 ? Indispensable.of(graph, Effort.full()) : null;
        var bridges = bridges(cuts);
        var cutPoints = cuts.nodes().stream().sorted().toList();
        var imbalances = imbalances();
        var signals = new Signals(boundary, input.asOf(), words)
                .gaps(targets.coverage())
                .threads(graph, bridges, cutPoints)
                .reminders(imbalances)
                .money(new Money(input.tables().funding(), input.asOf(), measuring));
        // Where there are rooms, their alarms tell who came and left, with the answers of the office.
        if (input.worked() == null) signals.change(new Change(input.tables(), input.asOf(), measuring));
        return new CheckResult(
                facts(),
                measures(targets, ways, known, groups, indispensable),
                known
                        ? Organisations.measured(boundary, directed, graph, ways, communes)
                        : Organisations.unmeasured(boundary),
                known ? communes.all() : List.of(),
                cutPoints,
                bridges,
                known ? components() : List.of(),
                imbalances,
                signals.all(),
                targets.coverage(),
                groups,
                indispensable,
                Map.of());
    }

    private Facts facts() {
        long oneSided = 0;
        for (int node = 0; node < directed.size(); node++) {
            for (int other : graph.neighbours(node)) {
                if (other > node && !boundary.both(directed, node, other)) oneSided++;
            }
        }
        return new Facts(
                input.name(), input.asOf(), boundary.size(), graph.ties(), oneSided, responseShare, coordinator, gate);
    }

    /// Kinds of organisations and areas, as the tables name them.
    private List<NamedGroup> named() {
        var kinds = new TreeMap<String, List<String>>();
        var areas = new TreeMap<String, List<String>>();
        boundary.members().values().forEach(it -> {
            it.groups()
                    .forEach(group -> kinds.computeIfAbsent(group, name -> new ArrayList<>())
                            .add(it.key()));
            areas.computeIfAbsent(it.area(), name -> new ArrayList<>()).add(it.key());
        });
        return NamedGroup.of(graph, kinds, areas, Effort.full());
    }

    /// Over the first kind of each; whoever has none is left out, and so is the coordination office (C2.2).
    private Inequality kinds() {
        return Inequality.of(boundary.members().values().stream()
                .filter(it -> !it.key().equals(coordinator) && !it.groups().isEmpty())
                .collect(Collectors.groupingBy(it -> it.groups().getFirst(), Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(Long::doubleValue)
                .toArray());
    }

    private List<Measure> measures(
            TargetCoverage targets,
            Ways ways,
            boolean known,
            List<NamedGroup> groups,
            @Nullable Indispensable indispensable) {
        var missing = responseShare == null ? null : (Double) (1 - responseShare);
        var measures = new ArrayList<Measure>();
        measures.add(targets.measure());
        measures.add(measuring.value(MeasureId.MIXTURE, kinds().diversity(), null, "organisations"));
        if (known) {
            var returns = new Returns(boundary, directed, input.worked() != null, missing, measuring);
            measures.addAll(new Structure(graph, coordinator, missing, measuring, words).measures(ways));
            measures.addAll(returns.measures());
            measures.add(returns.census());
            measures.add(measuring.ratio(
                    MeasureId.CLOSED_GROUPS,
                    NamedGroup.closed(groups).size(),
                    groups.size(),
                    missing,
                    "organisations",
                    "ties"));
            measures.add(measuring.value(
                    MeasureId.KEY_PLAYERS,
                    indispensable == null || indispensable.members().isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(indispensable.members().size()),
                    missing,
                    "organisations",
                    "ties"));
        }
        measures.addAll(new Standing(input.tables(), boundary, input.asOf(), measuring).measures());
        var worked = input.worked();
        if (worked == null) {
            measures.addAll(new Change(input.tables(), input.asOf(), measuring).measures());
            measures.addAll(new People(input.tables(), graph, boundary, input.asOf(), measuring).measures());
        } else {
            measures.addAll(worked.measures(measuring, graph.ties()));
        }
        measures.add(tenure(
                worked == null
                        ? Stays.of(
                                input.tables().organisations().stream()
                                        .map(OrganisationRow::member)
                                        .toList(),
                                input.asOf())
                        : worked.stays()));
        measures.addAll(new Money(input.tables().funding(), input.asOf(), measuring).measures());
        var there = measures.stream().map(Measure::id).toList();
        for (var id : MeasureId.values()) {
            if (!there.contains(id) && (worked != null || !id.ofRooms()))
                measures.add(measuring.withheld(id, Withheld.NO_DATA, null, "ties"));
        }
        measures.sort(Comparator.comparing(Measure::id));
        return measures;
    }

    private Measure tenure(Stays stays) {
        return stays.counted() == 0
                ? measuring.withheld(MeasureId.MEDIAN_TENURE, Withheld.NO_DATES, null, "organisations")
                : measuring.value(MeasureId.MEDIAN_TENURE, stays.tenure().median(), stays.missing(), "organisations");
    }

    private List<Pair> bridges(CutPoints cuts) {
        return cuts.bridges().stream()
                .map(it -> Pair.of(it.from(), it.to()))
                .sorted(Comparator.comparing(Pair::one).thenComparing(Pair::other))
                .toList();
    }

    private List<List<String>> components() {
        return Components.of(graph).members().stream()
                .map(it -> it.stream().sorted().toList())
                .sorted(Comparator.<List<String>>comparingInt(it -> -it.size()).thenComparing(List::getFirst))
                .toList();
    }

    private List<Imbalance> imbalances() {
        var favours = boundary.contributions().stream()
                .map(it -> new Favours.Favour(it.giver(), it.receiver(), it.weight(), it.requested(), it.date()))
                .toList();
        var all = Favours.of(favours, input.asOf());
        var counted = input.halfLifeMonths().isPresent()
                ? all.fading(input.halfLifeMonths().getAsDouble())
                : all;
        return counted.balances().stream()
                .map(it ->
                        new Imbalance(it.one(), it.other(), it.given(), it.received(), it.imbalance(), it.reminder()))
                .toList();
    }

    // The first by key, should the tables mark several: the reader warns of it.
    private @Nullable String coordinator() {
        var asked = input.coordinator();
        if (asked != null) return boundary.has(asked) ? asked : null;
        return boundary.members().values().stream()
                .filter(OrganisationRow::coordinator)
                .map(OrganisationRow::key)
                .findFirst()
                .orElse(null);
    }

    /// The share of whom something is known: those who answered, or where nobody says who was asked, those with a tie.
    private OptionalDouble documented(@Nullable Double answered) {
        if (answered != null) return OptionalDouble.of(answered);
        return input.tables().has(TableKind.TIES) ? OptionalDouble.of(tied()) : OptionalDouble.empty();
    }

    private double tied() {
        int tied = 0;
        for (int node = 0; node < graph.size(); node++) if (graph.degree(node) > 0) tied++;
        return graph.size() == 0 ? 1 : tied / (double) graph.size();
    }

    private @Nullable Double answered() {
        var members = boundary.members().values();
        if (members.isEmpty() || members.stream().allMatch(it -> it.answered() == null)) return null;
        long yes = members.stream()
                .filter(it -> Boolean.TRUE.equals(it.answered()))
                .count();
        return yes / (double) members.size();
    }
}
