package org.wirknetz.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Role;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Mails the office when the retention of former people has ended: numbers and the way to the page, no names;
/// again after thirty days while somebody is left. Where the network switched it on, they are forgotten instead.
@Component
@Transactional
public class EndOfRetention {

    private static final int DAYS_BETWEEN = 30;

    /// One transaction stays short; the rest goes in the next round.
    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient db;
    private final FormerPeople former;
    private final RetentionPeriod period;
    private final Seats seats;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Clock clock;

    EndOfRetention(
            JdbcClient db,
            FormerPeople former,
            RetentionPeriod period,
            Seats seats,
            Mails mails,
            Words words,
            Doors doors,
            Clock clock) {
        this.db = db;
        this.former = former;
        this.period = period;
        this.seats = seats;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.clock = clock;
    }

    /// In the network of the scope.
    ///
    /// @return how many were forgotten, or how many mails were handed to the outbox
    public int end(String slug) {
        var over = former.over();
        if (over.isEmpty()) return 0;
        if (period.chosen().automatic()) {
            return former.forgetOver(MOST_AT_ONCE);
        }
        return note() ? tell(slug, over.size()) : 0;
    }

    /// Two nodes at the same moment: one of them finds the day there.
    private boolean note() {
        var today = LocalDate.now(clock);
        return db.sql("""
                        insert into directory.setting as s (network, retention_told_on) values (platform.network(), :today)
                        on conflict (network) do update set retention_told_on = excluded.retention_told_on
                         where s.retention_told_on is null or s.retention_told_on <= :before
                        """)
                        .param("today", today)
                        .param("before", today.minusDays(DAYS_BETWEEN))
                        .update()
                > 0;
    }

    private int tell(String slug, int number) {
        int sent = 0;
        for (var seat : seats.all()) {
            if (seat.disabled() || seat.as() != Role.OFFICE) continue;
            var locale = Locale.of(seat.locale());
            mails.send(
                    seat.email(),
                    words.say(locale, "directory.retention.mail.subject", number),
                    words.say(
                            locale,
                            "directory.retention.mail",
                            seat.name(),
                            number,
                            doors.address("/w/" + slug + "/retention")));
            sent++;
        }
        return sent;
    }
}
