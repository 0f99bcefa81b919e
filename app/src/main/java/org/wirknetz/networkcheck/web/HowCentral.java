package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Degrees;
import org.wirknetz.analysis.Dependency;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;

/// How far the ties gather at the coordination office, and what would be left without it (M9).
record HowCentral(Telling telling) {

    Block decentralisation() {
        var snapshot = telling.found().snapshot();
        var office = snapshot.members().stream().filter(Member::coordinator).findFirst();
        var gate = telling.found().gate();
        if (office.isEmpty()) return told(telling.say("networkcheck.central.no-office"), null, List.of());
        boolean few = !gate.allows(SizeGate.Kind.COUNT) || telling.found().isTooThin();
        if (few || telling.found().pairs() == 0) {
            return told(
                    few
                            ? telling.withheldBy(telling.found().isTooThin(), 5)
                            : telling.say("networkcheck.withheld.undefined"),
                    null,
                    List.of());
        }
        var graph = snapshot.graph();
        var key = office.get().id().toString();
        int node = graph.node(key);
        var others = graph.without(node);
        var loss = Dependency.on(graph, key).loss();
        var sentence = telling.say(
                "networkcheck.central.sentence",
                graph.degree(node),
                graph.size() - 1,
                telling.without().components().size(),
                most(others));
        var share = percent(loss);
        boolean index = gate.allows(SizeGate.Kind.INDEX) && loss.isPresent();
        return told(
                index ? sentence + " " + telling.say("networkcheck.central.loss", share) : sentence,
                index ? share : telling.say("networkcheck.of", graph.degree(node), graph.size() - 1),
                index ? indices(graph, others) : List.of());
    }

    /// The most partners that anybody has.
    private static int most(Graph graph) {
        int most = 0;
        for (int node = 0; node < graph.size(); node++) most = Math.max(most, graph.degree(node));
        return most;
    }

    private String percent(OptionalDouble share) {
        return share.isEmpty()
                ? "–"
                : telling.say("networkcheck.central.percent", Math.round(100 * Math.max(0, share.getAsDouble())));
    }

    private List<String> indices(Graph graph, Graph others) {
        return List.of(telling.say(
                "networkcheck.central.index",
                telling.number(Degrees.of(graph).centralisation(), 2),
                telling.number(Degrees.of(others).centralisation(), 2),
                telling.number(Betweenness.of(graph).centralisation(), 2),
                telling.number(Betweenness.of(others).centralisation(), 2)));
    }

    private Block told(String sentence, @org.jspecify.annotations.Nullable String value, List<String> more) {
        var how = new ArrayList<>(telling.how("central", telling.found()));
        how.addAll(more);
        return new Block(
                        "decentralisation",
                        telling.say("networkcheck.central.title"),
                        sentence,
                        value,
                        null,
                        value == null ? null : telling.history(Gauge.DEPENDENCY),
                        how,
                        telling.missing(),
                        List.of(),
                        List.of(new Link(
                                telling.say("networkcheck.central.next"),
                                telling.base() + "/check/sustaining#steering-quotient")))
                .beside(value == null ? CheckPage.Compared.NOTHING : compared());
    }

    private CheckPage.Compared compared() {
        var comparing = new Comparing(telling);
        var dependency = comparing.inPercent(Gauge.DEPENDENCY);
        var sentences = new ArrayList<>(dependency.sentences());
        for (var gauge : List.of(Gauge.DEGREES, Gauge.BETWEENNESS)) {
            var more = comparing.of(gauge, 2).sentences();
            if (!more.isEmpty())
                sentences.add(telling.say(
                        "networkcheck.central.compared." + gauge.name().toLowerCase(java.util.Locale.ROOT),
                        String.join(" ", more)));
        }
        return new CheckPage.Compared(sentences, dependency.past());
    }
}
