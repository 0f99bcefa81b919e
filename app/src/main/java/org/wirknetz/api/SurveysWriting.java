package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.surveys.Asking;
import org.wirknetz.surveys.SurveysPermissions;
import org.wirknetz.surveys.WaveEntry;
import org.wirknetz.surveys.WaveId;
import org.wirknetz.surveys.Waves;

/// Surveys by call: drafted, changed, opened (the mails go out at once), closed for good.
@Component
class SurveysWriting implements Writing {

    private final JdbcClient db;
    private final Waves waves;
    private final Asking asking;
    private final SurveysPermissions may;
    private final Clock clock;

    SurveysWriting(JdbcClient db, Waves waves, Asking asking, SurveysPermissions may, Clock clock) {
        this.db = db;
        this.waves = waves;
        this.asking = asking;
        this.may = may;
        this.clock = clock;
    }

    private record Known(
            String title, String purpose, LocalDate closesOn, int reminders, boolean opened, int version) {}

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        if (values.containsKey("state")) throw new Invalid(422, "state", "api.read-only");
        var sent = new Sent(values);
        return waves.draft(new WaveEntry(
                        text(sent, "title", ""),
                        text(sent, "purpose", ""),
                        Objects.requireNonNull(sent.day("closesOn", null)),
                        Objects.requireNonNullElse(sent.number("reminders", null), 1)))
                .value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var known = require(id);
        var sent = new Sent(values);
        if (values.keySet().stream().anyMatch(it -> !it.equals("state"))) revise(id, known, sent);
        if (!values.containsKey("state")) return;
        var today = LocalDate.now(clock);
        switch (text(sent, "state", "")) {
            case "OPEN" -> asking.open(new WaveId(id), today);
            case "CLOSED" -> waves.close(new WaveId(id), today);
            default -> throw new Invalid(422, "state", "api.not-one-of", "OPEN, CLOSED");
        }
    }

    private void revise(UUID id, Known known, Sent sent) {
        for (var promised : new String[] {"title", "purpose", "reminders"})
            if (known.opened() && sent.values().containsKey(promised))
                throw new Invalid(422, promised, "api.survey.promised");
        waves.revise(
                new WaveId(id),
                known.version(),
                new WaveEntry(
                        text(sent, "title", known.title()),
                        text(sent, "purpose", known.purpose()),
                        Objects.requireNonNullElse(sent.day("closesOn", known.closesOn()), known.closesOn()),
                        Objects.requireNonNullElse(sent.number("reminders", known.reminders()), known.reminders())));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        waves.remove(new WaveId(id));
    }

    private Known require(UUID id) {
        return db.sql("""
                        select title, purpose, closes_on, reminders, opened_on is not null as opened, version
                          from surveys.wave where id = ?
                        """).param(id).query(Known.class).optional().orElseThrow(NotFound::new);
    }

    private static String text(Sent sent, String name, String known) {
        return Objects.requireNonNullElse(sent.text(name, known), "");
    }
}
