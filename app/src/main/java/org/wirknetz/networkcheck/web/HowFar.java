package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Distances;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Reached;
import org.wirknetz.networkcheck.course.Confidential;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whom the circulars of twelve months reached (M12). For the coordination office, which writes them.
record HowFar(Telling telling, Reached reached, Followed course) {

    private static final int MOST_ROWS = 20;
    private static final int NEAR = 2;

    static HowFar of(Telling telling, JdbcClient db, LocalDate day) {
        var known = Reached.Known.of(db, day);
        return new HowFar(telling, known.on(day, null), Confidential.reach(known, telling.chronicle(), day));
    }

    Block block() {
        var told = reached.circulars();
        boolean counted = !reached.over().isEmpty();
        return new Block(
                        "information-reach",
                        telling.say("networkcheck.informed.title"),
                        sentence(),
                        counted ? telling.say("networkcheck.of", reached.inTime(), reached.addressed()) : null,
                        null,
                        counted ? telling.history(course) : null,
                        List.of(
                                telling.say("networkcheck.informed.how"),
                                telling.say("networkcheck.informed.far", far()),
                                telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                        List.of(),
                        told.stream().limit(MOST_ROWS).map(this::row).toList(),
                        List.of(new Link(telling.say("networkcheck.informed.next"), telling.base() + "/circulars")))
                .beside(counted ? new Comparing(telling).of(course, false) : CheckPage.Compared.NOTHING);
    }

    private String sentence() {
        if (reached.circulars().isEmpty()) return telling.say("networkcheck.informed.none");
        if (reached.over().isEmpty()) return telling.say("networkcheck.informed.waiting", reached.running());
        var counted = telling.say(
                "networkcheck.informed.sentence", reached.over().size(), reached.inTime(), reached.addressed());
        return reached.running() == 0
                ? counted
                : counted + " " + telling.say("networkcheck.informed.running", reached.running());
    }

    private Row row(Reached.Circular one) {
        return new Row(
                one.subject(),
                telling.say(
                        "networkcheck.informed.row",
                        telling.desk().date(one.sentOn()),
                        one.inTime(),
                        one.addressed(),
                        one.withinDays(),
                        telling.number(one.reach().medianDays(), 1),
                        one.reach().open()),
                telling.base() + "/circulars/" + one.id());
    }

    /// Organisations more than two steps from the coordination office, or out of its reach: news comes there by chance.
    private long far() {
        var snapshot = telling.found().snapshot();
        var office = snapshot.members().stream().filter(Member::coordinator).findFirst();
        if (office.isEmpty()) return 0;
        var graph = snapshot.graph();
        var steps = Distances.from(graph, graph.node(office.get().id().toString()));
        return snapshot.members().stream()
                .mapToInt(it -> steps.to(graph.node(it.id().toString())))
                .filter(it -> it < 0 || it > NEAR)
                .count();
    }
}
