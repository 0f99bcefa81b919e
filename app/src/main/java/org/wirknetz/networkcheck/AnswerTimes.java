package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.analysis.InformationReach;

/// How long it took until something came of an introduction (capabilities C11.2): from the mail that asked to
/// the day on which its outcome was noted, over those sent within twelve months. Favours carry the day they
/// were given and not the day they were asked for, so they tell nothing here.
///
/// @param asked the oldest first
public record AnswerTimes(List<Asked> asked) {

    /// So few answers have no middle worth telling.
    public static final int FEWEST = 5;

    /// @param answeredOn null while nothing has been noted
    public record Asked(
            UUID id,
            UUID asker,
            UUID helper,
            LocalDate askedOn,
            @Nullable LocalDate answeredOn) {

        private @Nullable Long days() {
            return answeredOn == null ? null : Math.max(0, ChronoUnit.DAYS.between(askedOn, answeredOn));
        }
    }

    public AnswerTimes {
        asked = List.copyOf(asked);
    }

    /// What is known on the day; what was noted later is still open.
    public static AnswerTimes of(JdbcClient db, LocalDate day) {
        return new AnswerTimes(db.sql("""
                        select id, asker, helper, (sent_at at time zone 'Europe/Berlin')::date as asked_on,
                               case when outcome_on <= :day then outcome_on end as answered_on
                          from exchange.introduction_card
                         where network = platform.network()
                           and (sent_at at time zone 'Europe/Berlin')::date > cast(:day as date) - interval '1 year'
                           and (sent_at at time zone 'Europe/Berlin')::date <= :day
                         order by sent_at, id
                        """).param("day", day).query(Asked.class).list());
    }

    public InformationReach reach() {
        return InformationReach.of(
                asked.size(),
                asked.stream()
                        .map(Asked::days)
                        .filter(Objects::nonNull)
                        .mapToInt(Long::intValue)
                        .toArray());
    }

    public int answered() {
        return (int) asked.stream().filter(it -> it.answeredOn() != null).count();
    }

    public List<Asked> open() {
        return asked.stream().filter(it -> it.answeredOn() == null).toList();
    }
}
