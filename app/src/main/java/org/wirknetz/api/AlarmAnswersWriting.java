package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.alarms.Answers;
import org.wirknetz.networkcheck.alarms.Verdict;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;

/// What the office says to alarms, by call. The figures of today count, as on the page; a new word takes the place of
/// the old.
@Component
class AlarmAnswersWriting implements Writing {

    private final Alarms alarms;
    private final Answers answers;
    private final NetworkcheckPermissions may;
    private final Clock clock;

    AlarmAnswersWriting(Alarms alarms, Answers answers, NetworkcheckPermissions may, Clock clock) {
        this.alarms = alarms;
        this.answers = answers;
        this.may = may;
        this.clock = clock;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.seeRisks(visitor));
        var sent = new Sent(values);
        var alarm = alarms.on(LocalDate.now(clock)).heard().stream()
                .map(Alarms.Heard::alarm)
                .filter(it -> it.rule().name().equals(sent.text("rule", ""))
                        && it.subject().equals(sent.text("subject", "")))
                .findFirst()
                .orElseThrow(() -> new Refused("networkcheck.answer.gone"));
        return answers.give(
                alarm,
                Verdict.valueOf(Objects.requireNonNull(sent.text("verdict", null))),
                sent.day("until", null),
                Objects.requireNonNullElse(sent.text("note", ""), "").strip());
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.seeRisks(visitor));
        throw new Invalid(422, values.keySet().iterator().next(), "api.alarm-answer.fixed");
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.seeRisks(visitor));
        answers.withdraw(id);
    }
}
