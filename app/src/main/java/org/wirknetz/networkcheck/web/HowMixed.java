package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Mainstreaming;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// How many kinds of organisations work together (Blau 1977), and the way to what is known of the people (C2.2).
record HowMixed(Telling telling) {

    Block mixture() {
        var kinds = kinds();
        var gate = SizeGate.of(telling.found().organisations());
        boolean shown = gate.allows(SizeGate.Kind.COUNT) && !kinds.isEmpty();
        var spread = Inequality.of(
                kinds.values().stream().mapToDouble(Integer::doubleValue).toArray());
        var how = new ArrayList<>(List.of(telling.say("networkcheck.mixture.how")));
        if (shown && gate.allows(SizeGate.Kind.INDEX))
            how.add(telling.say(
                    "networkcheck.mixture.index",
                    telling.number(spread.diversity(), 2),
                    telling.number(spread.effectiveNumber(), 1)));
        how.add(telling.say("networkcheck.check.method", Findings.METHOD_VERSION));
        long without = partners().stream().filter(it -> it.group().isEmpty()).count();
        return new Block(
                        "mixture",
                        telling.say("networkcheck.mixture.title"),
                        kinds.isEmpty()
                                ? telling.say("networkcheck.mixture.none")
                                : !shown
                                        ? telling.withheldBy(false, 5)
                                        : telling.say(
                                                "networkcheck.mixture.sentence",
                                                Math.round(spread.sum()),
                                                kinds.size(),
                                                name(largest(kinds)),
                                                kinds.getOrDefault(largest(kinds), 0)),
                        shown ? telling.say("networkcheck.mixture.value", kinds.size()) : null,
                        null,
                        shown ? telling.history(Tally.MIXTURE) : null,
                        how,
                        without == 0
                                ? List.of()
                                : List.of(telling.say(
                                        "networkcheck.mixture.missing",
                                        without,
                                        partners().size())),
                        !shown
                                ? List.of()
                                : kinds.entrySet().stream()
                                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                                .reversed()
                                                .thenComparing(it -> name(it.getKey())))
                                        .map(it -> new Row(
                                                name(it.getKey()),
                                                telling.say("networkcheck.organisations", it.getValue()),
                                                null))
                                        .toList(),
                        List.of())
                .beside(shown ? new Comparing(telling).of(Tally.MIXTURE) : CheckPage.Compared.NOTHING);
    }

    /// Counts of people leave the room of equality by one guarded way only: what stands here is about work.
    Block mainstreaming(Mainstreaming lives) {
        int all = lives.levels().size();
        if (all > 0) return standard(lives, all);
        return new Block(
                "mainstreaming",
                telling.say("networkcheck.mainstreaming.title"),
                telling.say("networkcheck.mainstreaming.sentence"),
                null,
                null,
                null,
                List.of(telling.say("networkcheck.mainstreaming.how")),
                List.of(),
                List.of(),
                List.of(new Link(telling.say("networkcheck.mainstreaming.next"), telling.base() + "/equality")));
    }

    private Block standard(Mainstreaming lives, int all) {
        return new Block(
                "mainstreaming",
                telling.say("networkcheck.mainstreaming.title"),
                telling.say("networkcheck.mainstreaming.standard", lives.lived(), all, lives.unproved()),
                telling.say("networkcheck.of", lives.lived(), all),
                telling.say("networkcheck.mainstreaming.level", lives.overall()),
                null,
                List.of(
                        telling.say("networkcheck.mainstreaming.standard.how"),
                        telling.say("networkcheck.mainstreaming.how")),
                lives.unproved() == 0
                        ? List.of()
                        : List.of(telling.say("networkcheck.mainstreaming.missing", lives.unproved())),
                List.of(),
                List.of(
                        new Link(
                                telling.say("networkcheck.mainstreaming.standard.next"),
                                telling.base() + "/equality/standard"),
                        new Link(telling.say("networkcheck.mainstreaming.next"), telling.base() + "/equality")));
    }

    private List<Member> partners() {
        return telling.found().snapshot().members().stream()
                .filter(it -> !it.coordinator())
                .toList();
    }

    private Map<String, Integer> kinds() {
        return partners().stream()
                .filter(it -> !it.group().isEmpty())
                .collect(Collectors.groupingBy(Member::group, Collectors.summingInt(it -> 1)));
    }

    private String largest(Map<String, Integer> kinds) {
        return kinds.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private String name(String key) {
        return telling.chronicle().groups().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .map((ActorGroup it) -> it.name(telling.desk().locale()))
                .orElse(key);
    }
}
