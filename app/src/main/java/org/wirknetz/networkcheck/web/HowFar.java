package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.Distances;
import org.wirknetz.analysis.InformationReach;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whom the circulars of twelve months reached (M12). An organisation is reached when somebody there says so; that is
/// voluntary, so this is the least. For the coordination office, which writes them.
///
/// @param told the circulars, the newest first
record HowFar(Telling telling, List<Told> told) {

    private static final int MOST_ROWS = 20;
    private static final int NEAR = 2;

    /// @param withinDays the days in which an answer was asked for
    record Told(UUID id, String subject, LocalDate sentOn, int withinDays, InformationReach reach) {}

    private record Line(
            UUID id,
            String subject,
            LocalDate sentOn,
            int withinDays,
            @Nullable Integer days) {}

    static HowFar of(Telling telling, JdbcClient db, LocalDate day) {
        var byCircular = new LinkedHashMap<UUID, List<Line>>();
        db.sql("""
                        select c.id, c.subject, (c.sent_at at time zone 'Europe/Berlin')::date as sent_on, c.within_days,
                               min((a.acknowledged_at at time zone 'Europe/Berlin')::date
                                   - (c.sent_at at time zone 'Europe/Berlin')::date) as days
                          from newsletter.circular_card c
                          join newsletter.acknowledgement_card a on a.network = c.network and a.circular = c.id
                         where c.network = platform.network() and a.organisation is not null
                           and (c.sent_at at time zone 'Europe/Berlin')::date > cast(:day as date) - interval '1 year'
                           and (c.sent_at at time zone 'Europe/Berlin')::date <= :day
                         group by c.id, c.subject, c.sent_at, c.within_days, a.organisation
                         order by c.sent_at desc, c.id
                        """)
                .param("day", day)
                .query(Line.class)
                .list()
                .forEach(it -> byCircular
                        .computeIfAbsent(it.id(), circular -> new ArrayList<>())
                        .add(it));
        return new HowFar(
                telling, byCircular.values().stream().map(HowFar::told).toList());
    }

    private static Told told(List<Line> lines) {
        var first = lines.getFirst();
        var days = lines.stream()
                .map(Line::days)
                .filter(java.util.Objects::nonNull)
                .mapToInt(it -> Math.max(0, it))
                .toArray();
        return new Told(
                first.id(),
                first.subject(),
                first.sentOn(),
                first.withinDays(),
                InformationReach.of(lines.size(), days));
    }

    Block block() {
        int addressed = told.stream()
                .mapToInt(it -> it.reach().within(it.withinDays()) + lateOrOpen(it))
                .sum();
        int within =
                told.stream().mapToInt(it -> it.reach().within(it.withinDays())).sum();
        return new Block(
                "information-reach",
                telling.say("networkcheck.informed.title"),
                told.isEmpty()
                        ? telling.say("networkcheck.informed.none")
                        : telling.say("networkcheck.informed.sentence", told.size(), within, addressed),
                told.isEmpty() ? null : telling.say("networkcheck.of", within, addressed),
                null,
                null,
                List.of(
                        telling.say("networkcheck.informed.how"),
                        telling.say("networkcheck.informed.far", far()),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                List.of(),
                told.stream().limit(MOST_ROWS).map(this::row).toList(),
                List.of(new Link(telling.say("networkcheck.informed.next"), telling.base() + "/circulars")));
    }

    private static int lateOrOpen(Told told) {
        int answered = told.reach().within(Integer.MAX_VALUE);
        return answered - told.reach().within(told.withinDays()) + told.reach().open();
    }

    private Row row(Told one) {
        return new Row(
                one.subject(),
                telling.say(
                        "networkcheck.informed.row",
                        telling.desk().date(one.sentOn()),
                        one.reach().within(one.withinDays()),
                        one.reach().within(one.withinDays()) + lateOrOpen(one),
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
