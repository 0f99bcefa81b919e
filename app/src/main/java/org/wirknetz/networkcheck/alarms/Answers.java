package org.wirknetz.networkcheck.alarms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What the office has said to alarms: known, planned or wrong. One word for each matter; a new one takes the place of
/// the old.
@Component
@Transactional
public class Answers {

    static final int MOST_NOTE = 1000;
    private static final int LATEST_YEARS = 2;

    private final JdbcClient db;
    private final Clock clock;

    Answers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Answer> all() {
        return db.sql("""
                        select id, rule, subject, verdict, until, note, figure, answered_on
                          from networkcheck.answer
                         where network = platform.network()
                         order by answered_on desc, id
                        """).query(Answer.class).list();
    }

    /// @param until needed for what is planned, and only for that
    /// @throws Refused when the note is too long, or the day is missing, past or too far away
    public UUID give(Alarm alarm, Verdict verdict, @Nullable LocalDate until, String note) {
        var today = LocalDate.now(clock);
        if (note.length() > MOST_NOTE) throw new Refused("networkcheck.answer.note-long", MOST_NOTE);
        if (verdict == Verdict.PLANNED) {
            if (until == null) throw new Refused("networkcheck.answer.until-missing");
            if (!until.isAfter(today) || until.isAfter(today.plusYears(LATEST_YEARS)))
                throw new Refused("networkcheck.answer.until-range", LATEST_YEARS);
        }
        all().stream()
                .filter(it -> it.rule() == alarm.rule() && alarm.isAbout(it.subject()))
                .forEach(it -> remove(it.id()));
        var id = UUID.randomUUID();
        db.sql("""
                        insert into networkcheck.answer (network, id, rule, subject, verdict, until, note, figure, answered_on)
                        values (platform.network(), :id, :rule, :subject, :verdict, cast(:until as date), :note, :figure, :today)
                        """)
                .param("id", id)
                .param("rule", alarm.rule().name())
                .param("subject", alarm.subject())
                .param("verdict", verdict.name())
                .param("until", verdict == Verdict.PLANNED ? until : null)
                .param("note", note)
                .param("figure", alarm.figure())
                .param("today", today)
                .update();
        return id;
    }

    /// The alarm may speak again.
    public void withdraw(UUID answer) {
        if (remove(answer) == 0) throw new NotFound();
    }

    private int remove(UUID answer) {
        return db.sql("delete from networkcheck.answer where network = platform.network() and id = ?")
                .param(answer)
                .update();
    }

    static Tuning tuning(List<Answer> answers) {
        var wrong = new EnumMap<Rule, Integer>(Rule.class);
        answers.stream()
                .filter(it -> it.verdict() == Verdict.WRONG)
                .forEach(it -> wrong.merge(it.rule(), 1, Integer::sum));
        return new Tuning(wrong);
    }
}
