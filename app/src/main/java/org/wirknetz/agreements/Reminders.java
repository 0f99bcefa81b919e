package org.wirknetz.agreements;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Role;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;

/// Mails 90, 30 and 7 days before an agreement ends or a duty is due, each once to each account.
///
/// Of an end hear the office and the admins of the parties (staff where a party has no admin); of a duty the person who
/// owns it, else the admins of their organisation. Whoever switched it off hears nothing.
@Component
@Transactional
public class Reminders {

    private final JdbcClient db;
    private final Seats seats;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Clock clock;

    Reminders(JdbcClient db, Seats seats, Mails mails, Words words, Doors doors, Clock clock) {
        this.db = db;
        this.seats = seats;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.clock = clock;
    }

    /// @param obligation null for the end of the agreement itself
    /// @param organisations whose admins hear of it
    /// @param email of the person who owns the duty
    private record Date(
            UUID agreement,
            @Nullable UUID obligation,
            String title,
            String duty,
            LocalDate due,
            String[] organisations,
            @Nullable String email) {}

    /// Sends what is due in the network of the scope.
    ///
    /// @return how many mails were handed to the outbox
    public int send(String slug) {
        var today = LocalDate.now(clock);
        var all = seats.all().stream().filter(seat -> !seat.disabled()).toList();
        int sent = 0;
        for (var date : dates(today)) {
            int left = (int) ChronoUnit.DAYS.between(today, date.due());
            int step = left <= 7 ? 7 : left <= 30 ? 30 : 90;
            for (var seat : recipients(date, all)) {
                if (!note(date, step, seat.account())) continue;
                mail(date, left, seat, slug);
                sent++;
            }
        }
        return sent;
    }

    private List<Date> dates(LocalDate today) {
        return db.sql("""
                        select a.id as agreement, cast(null as uuid) as obligation, a.title, '' as duty, a.valid_to - 1 as due,
                               array(select p.organisation::text from agreements.party p
                                      where p.network = a.network and p.agreement = a.id) as organisations,
                               cast(null as text) as email
                          from agreements.agreement a
                         where a.network = platform.network() and a.concluded_on is not null and a.ended_on is null
                           and a.valid_to - 1 between :today and cast(:today as date) + 90
                           and not exists (select from agreements.agreement n where n.network = a.network and n.renews = a.id
                                              and n.concluded_on is not null)
                        union all
                        select a.id, d.id, a.title, d.title, d.due, array[p.organisation::text], address.email
                          from agreements.obligation d
                          join agreements.agreement a on a.network = d.network and a.id = d.agreement
                          join agreements.party p on p.network = d.network and p.id = d.party
                          left join directory.person_address_card address on address.network = d.network and address.person = d.person
                         where d.network = platform.network() and d.done_on is null and a.concluded_on is not null
                           and (a.ended_on is null or a.ended_on > d.due)
                           and d.due between :today and cast(:today as date) + 90
                         order by due
                        """)
                .param("today", today)
                .query((row, n) -> new Date(
                        row.getObject("agreement", UUID.class),
                        row.getObject("obligation", UUID.class),
                        row.getString("title"),
                        row.getString("duty"),
                        row.getObject("due", LocalDate.class),
                        (String[]) row.getArray("organisations").getArray(),
                        row.getString("email")))
                .list();
    }

    private List<Seats.Seat> recipients(Date date, List<Seats.Seat> seats) {
        var email = date.email();
        if (email != null) {
            var owner = seats.stream()
                    .filter(it -> it.email().equalsIgnoreCase(email))
                    .limit(1)
                    .toList();
            if (!owner.isEmpty()) return owner;
        }
        var people = new ArrayList<Seats.Seat>();
        for (var organisation : date.organisations())
            people.addAll(Seats.speakersOf(UUID.fromString(organisation), seats));
        if (date.obligation() == null || people.isEmpty())
            people.addAll(seats.stream().filter(it -> it.as() == Role.OFFICE).toList());
        return people.stream()
                .collect(Collectors.toMap(Seats.Seat::account, it -> it, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /// Two nodes at the same moment: one of them finds the row there.
    private boolean note(Date date, int step, UUID account) {
        return db.sql("""
                        insert into agreements.reminder (network, agreement, obligation, days, due, account, told_at)
                        select platform.network(), :agreement, cast(:obligation as uuid), :days, :due, :account, :now
                         where not exists (select from agreements.preference
                                            where network = platform.network() and account = :account and not reminders)
                        on conflict on constraint told_once do nothing
                        """)
                        .param("agreement", date.agreement())
                        .param("obligation", date.obligation())
                        .param("days", step)
                        .param("due", date.due())
                        .param("account", account)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private void mail(Date date, int left, Seats.Seat seat, String slug) {
        var locale = Locale.of(seat.locale());
        var kind = date.obligation() == null ? "end" : "duty";
        var subject = date.obligation() == null ? date.title() : date.duty();
        mails.send(
                seat.email(),
                words.say(locale, "agreements.mail." + kind + ".subject", oneLine(subject), left),
                words.say(
                        locale,
                        "agreements.mail." + kind,
                        seat.name(),
                        date.title(),
                        date.duty(),
                        SealedText.day(date.due()),
                        left,
                        doors.address("/w/" + slug + "/agreements/" + date.agreement()),
                        doors.address("/w/" + slug + "/obligations")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /// Whether this account wants mails about dates of this network.
    @Transactional(readOnly = true)
    public boolean wanted(UUID account) {
        return !db.sql("select exists (select from agreements.preference where account = ? and not reminders)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    public void choose(UUID account, boolean wanted) {
        db.sql("""
                        insert into agreements.preference (network, account, reminders) values (platform.network(), ?, ?)
                        on conflict (network, account) do update set reminders = excluded.reminders
                        """).params(account, wanted).update();
    }
}
