package org.wirknetz.equality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Mails the organisations that have not counted for an open collection: on the day after the reporting
/// date, or after it was begun if that was later, and two weeks on. Each account once for each.
///
/// The admins of an organisation hear of it, staff where there is none; whoever switched it off does not.
@Component
@Transactional
public class CountReminders {

    private static final int TWO_WEEKS = 14;

    private final JdbcClient db;
    private final Definitions definitions;
    private final Seats seats;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Clock clock;

    CountReminders(
            JdbcClient db, Definitions definitions, Seats seats, Mails mails, Words words, Doors doors, Clock clock) {
        this.db = db;
        this.definitions = definitions;
        this.seats = seats;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.clock = clock;
    }

    private record Missing(
            UUID collection,
            String definition,
            LocalDate reportingOn,
            LocalDate since,
            UUID organisation,
            String name) {}

    /// Sends what is due in the network of the scope.
    ///
    /// @return how many mails were handed to the outbox
    public int send(String slug) {
        var today = LocalDate.now(clock);
        var all = seats.all().stream().filter(seat -> !seat.disabled()).toList();
        int sent = 0;
        for (var missing : missing(today)) {
            int step = ChronoUnit.DAYS.between(missing.since(), today) > TWO_WEEKS ? 2 : 1;
            for (var seat : Seats.speakersOf(missing.organisation(), all)) {
                if (!note(missing, step, seat.account(), today)) continue;
                mail(missing, seat, slug);
                sent++;
            }
        }
        return sent;
    }

    private List<Missing> missing(LocalDate today) {
        return db.sql("""
                        select c.id as collection, c.definition, c.reporting_on, greatest(c.reporting_on, c.created_at::date) as since,
                               o.id as organisation, o.name
                          from equality.collection c
                          join directory.organisation_card o on o.network = c.network
                         where c.network = platform.network() and c.mode = 'COUNTS' and c.closed_on is null
                           and greatest(c.reporting_on, c.created_at::date) < :today
                           and equality.was_member(o.id, c.reporting_on)
                           and not exists (select from equality.answered a where a.network = c.network
                                              and a.collection = c.id and a.organisation = o.id)
                         order by c.reporting_on, c.id, o.id
                        """).param("today", today).query(Missing.class).list();
    }

    /// Two nodes at the same moment: one of them finds the row there.
    private boolean note(Missing missing, int step, UUID account, LocalDate today) {
        return db.sql("""
                        insert into equality.reminder (network, collection, step, account, told_on)
                        select platform.network(), :collection, :step, :account, :today
                         where not exists (select from equality.preference
                                            where network = platform.network() and account = :account and not reminders)
                        on conflict on constraint told_once do nothing
                        """)
                        .param("collection", missing.collection())
                        .param("step", step)
                        .param("account", account)
                        .param("today", today)
                        .update()
                > 0;
    }

    private void mail(Missing missing, Seats.Seat seat, String slug) {
        var locale = Locale.of(seat.locale());
        var day = missing.reportingOn()
                .format(DateTimeFormatter.ofPattern(
                        Words.closest(locale).equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy", locale));
        var title = definitions.of(missing.definition()).title().in(Words.closest(locale));
        mails.send(
                seat.email(),
                words.say(locale, "equality.mail.subject", title, day),
                words.say(
                        locale,
                        "equality.mail",
                        seat.name(),
                        title,
                        day,
                        missing.name().replaceAll("\\s+", " "),
                        doors.address("/w/" + slug + "/equality/collections/" + missing.collection()),
                        doors.address("/w/" + slug + "/equality")));
    }

    /// Whether this account wants mails about open collections of this network.
    @Transactional(readOnly = true)
    public boolean wanted(UUID account) {
        return !db.sql("select exists (select from equality.preference where account = ? and not reminders)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    public void choose(UUID account, boolean wanted) {
        db.sql("""
                        insert into equality.preference (network, account, reminders) values (platform.network(), ?, ?)
                        on conflict (network, account) do update set reminders = excluded.reminders
                        """).params(account, wanted).update();
    }
}
