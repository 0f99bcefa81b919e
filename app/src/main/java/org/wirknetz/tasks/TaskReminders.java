package org.wirknetz.tasks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

/// Mails a week and a day before a task is due and once when it is three days late, each once to each account.
///
/// The person it lies with hears of it; else the admins of their organisation (staff where there is none); else the
/// office. Whoever switched it off hears nothing.
@Component
@Transactional
public class TaskReminders {

    private final JdbcClient db;
    private final Seats seats;
    private final Mails mails;
    private final Words words;
    private final Doors doors;
    private final Clock clock;

    TaskReminders(JdbcClient db, Seats seats, Mails mails, Words words, Doors doors, Clock clock) {
        this.db = db;
        this.seats = seats;
        this.mails = mails;
        this.words = words;
        this.doors = doors;
        this.clock = clock;
    }

    private record Due(
            UUID id,
            String title,
            LocalDate due,
            @Nullable UUID organisation,
            @Nullable String email) {}

    /// Sends what is due in the network of the scope.
    ///
    /// @return how many mails were handed to the outbox
    public int send(String slug) {
        var today = LocalDate.now(clock);
        var all = seats.all().stream().filter(seat -> !seat.disabled()).toList();
        int sent = 0;
        for (var task : due(today)) {
            int left = (int) ChronoUnit.DAYS.between(today, task.due());
            if (left < 0 && left > -3) continue;
            int step = left <= -3 ? -3 : left <= 1 ? 1 : 7;
            for (var seat : recipients(task, all)) {
                if (!note(task, step, seat.account())) continue;
                mail(task, left, seat, slug);
                sent++;
            }
        }
        return sent;
    }

    private List<Due> due(LocalDate today) {
        return db.sql("""
                        select t.id, t.title, t.due_on as due, t.owner_organisation as organisation, address.email
                          from tasks.task t
                          left join directory.person_address_card address
                            on address.network = t.network and address.person = t.owner_person
                         where t.network = platform.network() and t.done_on is null and t.dropped_on is null
                           and t.due_on between cast(:today as date) - 30 and cast(:today as date) + 7
                         order by t.due_on, t.id
                        """).param("today", today).query(Due.class).list();
    }

    private static List<Seats.Seat> recipients(Due task, List<Seats.Seat> seats) {
        var email = task.email();
        if (email != null) {
            var owner = seats.stream()
                    .filter(it -> it.email().equalsIgnoreCase(email) && it.as() != Role.FUNDER)
                    .limit(1)
                    .toList();
            if (!owner.isEmpty()) return owner;
        }
        var organisation = task.organisation();
        var people = organisation == null ? List.<Seats.Seat>of() : Seats.speakersOf(organisation, seats);
        if (people.isEmpty())
            people = seats.stream().filter(it -> it.as() == Role.OFFICE).toList();
        return List.copyOf(people.stream()
                .collect(Collectors.toMap(Seats.Seat::account, it -> it, (one, other) -> one, LinkedHashMap::new))
                .values());
    }

    /// Two nodes at the same moment: one of them finds the row there.
    private boolean note(Due task, int step, UUID account) {
        return db.sql("""
                        insert into tasks.reminder (network, task, days, due, account, told_at)
                        select platform.network(), :task, :days, :due, :account, :now
                         where not exists (select from tasks.preference
                                            where network = platform.network() and account = :account and not reminders)
                        on conflict on constraint told_once do nothing
                        """)
                        .param("task", task.id())
                        .param("days", step)
                        .param("due", task.due())
                        .param("account", account)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private void mail(Due task, int left, Seats.Seat seat, String slug) {
        var locale = Locale.of(seat.locale());
        var late = left < 0 ? ".late" : "";
        var day = task.due()
                .format(DateTimeFormatter.ofPattern(
                        Words.closest(locale).equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy", locale));
        mails.send(
                seat.email(),
                words.say(locale, "tasks.mail.subject" + late, oneLine(task.title()), Math.abs(left)),
                words.say(
                        locale,
                        "tasks.mail" + late,
                        seat.name(),
                        oneLine(task.title()),
                        day,
                        Math.abs(left),
                        doors.address("/w/" + slug + "/tasks/" + task.id()),
                        doors.address("/w/" + slug + "/tasks?whose=mine")));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /// Whether this account wants mails about tasks of this network.
    @Transactional(readOnly = true)
    public boolean wanted(UUID account) {
        return !db.sql("select exists (select from tasks.preference where account = ? and not reminders)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    public void choose(UUID account, boolean wanted) {
        db.sql("""
                        insert into tasks.preference (network, account, reminders) values (platform.network(), ?, ?)
                        on conflict (network, account) do update set reminders = excluded.reminders
                        """).params(account, wanted).update();
    }
}
