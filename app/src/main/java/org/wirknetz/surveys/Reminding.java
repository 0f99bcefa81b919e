package org.wirknetz.surveys;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is due in the network of the scope: reminders, and the end of waves whose last day has passed.
@Component
@Transactional
public class Reminding {

    /// So many days before the last one: once, or twice.
    private static final List<List<Integer>> DAYS = List.of(List.of(), List.of(3), List.of(7, 2));

    private final JdbcClient db;
    private final Waves waves;
    private final SurveyPost post;

    Reminding(JdbcClient db, Waves waves, SurveyPost post) {
        this.db = db;
        this.waves = waves;
        this.post = post;
    }

    private record Running(UUID id, LocalDate openedOn, LocalDate closesOn, int reminders, int reminded) {
        /// How many reminders should have gone out by now; none on the day of the invitation.
        int due(LocalDate today) {
            return (int) IntStream.range(0, reminders)
                    .mapToObj(n -> closesOn.minusDays(DAYS.get(reminders).get(n)))
                    .filter(day -> !day.isAfter(today) && openedOn.isBefore(today))
                    .count();
        }
    }

    private List<Running> running() {
        return db.sql("""
                        select id, opened_on, closes_on, reminders, reminded from surveys.wave
                         where network = platform.network() and opened_on is not null and closed_on is null order by id
                        """).query(Running.class).list();
    }

    /// Several that were missed are one mail. Two nodes at the same moment: the second waits, and finds nothing to do.
    /// The row of the wave, which answers wait for, is held only at the end.
    ///
    /// @return how many mails were handed to the outbox
    public int remind(LocalDate today) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('surveys.reminders/' || platform.network(), 0))")
                .query()
                .listOfRows();
        int sent = 0;
        for (var wave : running()) {
            int due = wave.due(today);
            if (wave.closesOn().isBefore(today) || due <= wave.reminded()) continue;
            sent += post.remind(new WaveId(wave.id()));
            int noted = db.sql(
                            "update surveys.wave set reminded = ? where id = ? and reminded = ? and closed_on is null")
                    .params(due, wave.id(), wave.reminded())
                    .update();
            if (noted == 0) throw new OptimisticLockingFailureException("wave " + wave.id());
        }
        return sent;
    }

    /// @return how many waves ended
    public int end(LocalDate today) {
        var over =
                running().stream().filter(it -> it.closesOn().isBefore(today)).toList();
        over.forEach(it -> waves.close(new WaveId(it.id()), today));
        return over.size();
    }
}
