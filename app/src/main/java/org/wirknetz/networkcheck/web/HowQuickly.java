package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wirknetz.networkcheck.AnswerTimes;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// How quickly something comes of an introduction (C11.2). For the coordination office, which makes them.
record HowQuickly(Telling telling, AnswerTimes times, Map<UUID, Member> members) {

    private static final int MOST_ROWS = 20;

    Block block() {
        int asked = times.asked().size();
        int answered = times.answered();
        boolean shown = answered >= AnswerTimes.FEWEST;
        var median = telling.number(times.reach().medianDays(), 1);
        return new Block(
                "answer-time",
                telling.say("networkcheck.answers.title"),
                asked == 0
                        ? telling.say("networkcheck.answers.none")
                        : shown
                                ? telling.say("networkcheck.answers.sentence", median, answered, asked)
                                : telling.say("networkcheck.answers.few", answered, asked, AnswerTimes.FEWEST),
                shown ? telling.say("networkcheck.answers.days", median) : null,
                null,
                null,
                List.of(
                        telling.say("networkcheck.answers.how"),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                asked == answered
                        ? List.of()
                        : List.of(telling.say("networkcheck.answers.missing", asked - answered, asked)),
                times.open().stream().limit(MOST_ROWS).map(this::row).toList(),
                List.of(new Link(telling.say("networkcheck.answers.next"), telling.base() + "/matches")));
    }

    private Row row(AnswerTimes.Asked one) {
        return new Row(
                telling.say("networkcheck.answers.pair", name(one.asker()), name(one.helper())),
                telling.say("networkcheck.answers.since", telling.desk().date(one.askedOn())),
                telling.base() + "/introductions/" + one.id());
    }

    private String name(UUID organisation) {
        var member = members.get(organisation);
        return member == null ? "–" : member.name();
    }
}
