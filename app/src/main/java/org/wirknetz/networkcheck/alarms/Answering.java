package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirknetz.networkcheck.Topic;

/// The rule about topics for which nobody answers, or nobody of those who do has somebody to stand in (C4.4).
record Answering(Facts facts, Tuning tuning) {

    static final int STEP_DAYS = 30;

    private static final int NOBODY = 2;
    private static final int NO_DEPUTY = 1;

    List<Alarm> all() {
        var alarms = new ArrayList<Alarm>();
        for (var topic : facts.topics()) {
            if (topic.since().isAfter(facts.day())) continue;
            (topic.on(facts.day()).isEmpty() ? nobody(topic) : noDeputy(topic)).ifPresent(alarms::add);
        }
        return alarms;
    }

    private Optional<Alarm> nobody(Topic topic) {
        var since = topic.vacantSince(facts.day());
        if (isTooSoon(since)) return Optional.empty();
        return Optional.of(alarm(
                "nobody",
                topic,
                NOBODY,
                since,
                List.of(new Value.Text(topic.title()), new Value.Day(since)),
                List.of(line("vacant", topic, List.of(new Value.Day(since))))));
    }

    private Optional<Alarm> noDeputy(Topic topic) {
        var now = topic.on(facts.day());
        var since = topic.heldSince(facts.day());
        if (now.stream().anyMatch(it -> it.deputy() != null) || isTooSoon(since)) return Optional.empty();
        var values = new ArrayList<Value>(List.of(new Value.Text(topic.title()), new Value.Day(since)));
        values.add(new Value.Count(now.size()));
        var lines = new ArrayList<Alarm.Line>();
        for (var term : now) {
            var person = new Value.Person(term.person());
            values.add(person);
            lines.add(
                    term.from() == null
                            ? line("alone", topic, List.of(person))
                            : line("alone-since", topic, List.of(person, new Value.Day(term.from()))));
        }
        return Optional.of(alarm("deputy", topic, NO_DEPUTY, since, values, lines));
    }

    private boolean isTooSoon(LocalDate since) {
        return ChronoUnit.DAYS.between(since, facts.day()) < (long) STEP_DAYS * tuning.steps(Rule.RESPONSIBILITY);
    }

    private Alarm alarm(
            String variant, Topic topic, int figure, LocalDate since, List<Value> values, List<Alarm.Line> evidence) {
        return new Alarm(
                Rule.RESPONSIBILITY,
                variant,
                topic.id().toString(),
                figure,
                since,
                facts.day(),
                values,
                evidence,
                Set.of());
    }

    private static Alarm.Line line(String key, Topic topic, List<Value> values) {
        return new Alarm.Line(key, values, "/equality/topics/" + topic.id());
    }
}
