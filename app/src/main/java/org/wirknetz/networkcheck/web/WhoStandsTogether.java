package org.wirknetz.networkcheck.web;

import java.util.List;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Which parts of the network stand by themselves.
record WhoStandsTogether(Telling telling) {

    Block circles() {
        var circles = telling.found().circles();
        var allowed = telling.found().gate().allows(SizeGate.Kind.COMMUNITIES)
                && !telling.found().isTooThin();
        String sentence;
        if (!allowed) sentence = telling.withheldBy(telling.found().isTooThin(), 10);
        else if (circles.size() < 2) sentence = telling.say("networkcheck.circles.none");
        else {
            var closest = circles.getFirst();
            long all = closest.ties().external() + closest.ties().internal();
            sentence = telling.say(
                    "networkcheck.circles.sentence",
                    circles.size(),
                    telling.list(closest.members()),
                    closest.ties().external(),
                    all);
        }
        return new Block(
                        "circles",
                        telling.say("networkcheck.circles.title"),
                        sentence,
                        allowed && circles.size() > 1
                                ? telling.say("networkcheck.circles.value", circles.size())
                                : null,
                        null,
                        null,
                        telling.how("circles", telling.found()),
                        telling.missing(),
                        !allowed
                                ? List.of()
                                : circles.stream()
                                        .map(circle -> new Row(
                                                telling.list(circle.members()),
                                                telling.say(
                                                        "networkcheck.circles.row",
                                                        circle.ties().external(),
                                                        circle.ties().external()
                                                                + circle.ties().internal()),
                                                null))
                                        .toList(),
                        List.of(new Link(telling.say("networkcheck.check.map"), telling.base() + "/check/map")))
                .beside(allowed ? new Comparing(telling).onlyWithChance(Gauge.CIRCLES) : CheckPage.Compared.NOTHING);
    }
}
