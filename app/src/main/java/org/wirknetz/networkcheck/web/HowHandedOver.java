package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Who spoke for a partner, or held a function, and is gone since at most a year: how long nobody was there, and what
/// still
/// lies with them (M8; German: *Übergabe*). For the office alone: it names people.
record HowHandedOver(Telling telling, List<Change> changes) {

    private static final int MOST_ROWS = 20;
    private static final int WEEK = 7;

    /// @param follower who took over one of the mandates; null while nobody has
    /// @param since the first day of the follower
    /// @param tasks open ones that still lie with whoever left
    record Change(
            UUID person,
            String name,
            String organisation,
            LocalDate leftOn,
            @Nullable String follower,
            @Nullable LocalDate since,
            int tasks) {

        /// Days on which nobody was there, up to the day that is asked for.
        int gap(LocalDate day) {
            return (int) Math.max(0, ChronoUnit.DAYS.between(leftOn, since == null ? day : since));
        }

        boolean handedOver(LocalDate day) {
            return gap(day) == 0 && tasks == 0;
        }
    }

    private record Ended(
            UUID person,
            String name,
            UUID organisation,
            LocalDate leftOn,
            @Nullable String follower,
            @Nullable LocalDate since,
            int tasks) {}

    static HowHandedOver of(Telling telling, JdbcClient db, Map<UUID, Member> members, LocalDate day) {
        var changes = db.sql("""
                        with mandate as (
                            select * from directory.mandate_card
                             where network = platform.network() and kind in ('REPRESENTS', 'KEY_FUNCTION', 'LEADS')),
                        ended as (
                            select person, organisation, max(valid_to) as left_on from mandate
                             group by person, organisation
                            having bool_and(valid_to is not null) and max(valid_to) > cast(:day as date) - interval '1 year'
                               and max(valid_to) <= :day)
                        select e.person, p.name, e.organisation, e.left_on, next.name as follower, next.since,
                               (select count(*)::int from tasks.task_card t
                                 where t.network = platform.network() and t.owner_person = e.person
                                   and t.done_on is null and t.dropped_on is null) as tasks
                          from ended e
                          join directory.person_card p on p.network = platform.network() and p.id = e.person
                          left join lateral (
                              select f.name, m.valid_from as since
                                from mandate mine
                                join mandate m on m.organisation = mine.organisation and m.kind = mine.kind and m.function = mine.function
                                              and m.person <> mine.person and m.valid_from > mine.valid_from and m.valid_from <= :day
                                join directory.person_card f on f.network = m.network and f.id = m.person
                               where mine.person = e.person and mine.organisation = e.organisation
                               order by m.valid_from, m.id limit 1) next on true
                         order by e.left_on desc, p.name, e.person
                        """).param("day", day).query(Ended.class).list().stream()
                .filter(it -> members.containsKey(it.organisation()))
                .map(it -> new Change(
                        it.person(),
                        it.name(),
                        java.util.Objects.requireNonNull(members.get(it.organisation()))
                                .name(),
                        it.leftOn(),
                        it.follower(),
                        it.since(),
                        it.tasks()))
                .toList();
        return new HowHandedOver(telling, changes);
    }

    Block block(LocalDate day) {
        int good = (int) changes.stream().filter(it -> it.handedOver(day)).count();
        return new Block(
                "handed-over",
                telling.say("networkcheck.handed-over.title"),
                changes.isEmpty()
                        ? telling.say("networkcheck.handed-over.none")
                        : telling.say("networkcheck.handed-over.sentence", good, changes.size()),
                changes.isEmpty() ? null : telling.say("networkcheck.of", good, changes.size()),
                null,
                null,
                List.of(
                        telling.say("networkcheck.handed-over.how"),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                List.of(),
                changes.stream().limit(MOST_ROWS).map(it -> row(it, day)).toList(),
                List.of(new Link(telling.say("networkcheck.handed-over.next"), telling.base() + "/tasks/handover")));
    }

    private Row row(Change it, LocalDate day) {
        int gap = it.gap(day);
        var text = new StringBuilder(telling.say(
                        "networkcheck.handed-over.left", telling.desk().date(it.leftOn())))
                .append(' ');
        if (it.follower() == null) text.append(telling.say("networkcheck.handed-over.nobody", gap));
        else if (gap == 0) text.append(telling.say("networkcheck.handed-over.at-once", it.follower()));
        else
            text.append(telling.say(
                    gap < WEEK ? "networkcheck.handed-over.days" : "networkcheck.handed-over.weeks",
                    it.follower(),
                    gap < WEEK ? gap : gap / WEEK));
        if (it.tasks() > 0) text.append(' ').append(telling.say("networkcheck.handed-over.tasks", it.tasks()));
        return new Row(
                it.name() + ", " + it.organisation(),
                text.toString(),
                it.tasks() > 0
                        ? telling.base() + "/tasks/handover?from=" + it.person()
                        : telling.base() + "/people/" + it.person());
    }
}
