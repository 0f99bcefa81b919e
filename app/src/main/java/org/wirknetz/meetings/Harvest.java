package org.wirknetz.meetings;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;
import org.wirknetz.tasks.DecisionEntry;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.Decisions;
import org.wirknetz.tasks.Disclosure;
import org.wirknetz.tasks.TaskEntry;
import org.wirknetz.tasks.Tasks;

/// Makes decisions and tasks of lines in the minutes that say so:
///
/// ```
/// Beschluss: Wir erkennen die Kompetenzbilanz an.
/// Aufgabe (Olga Petrenko, bis 15.12.2026): Raumliste zusammenstellen
/// ```
///
/// A task after a decision in the same part belongs to it. Each line once, however often somebody asks; all or nothing.
@Component
@Transactional
public class Harvest {

    private static final Pattern LINE = Pattern.compile(
            "^\\s*(Beschluss|Decision|Aufgabe|Task)\\s*(?:\\(([^)]{0,300})\\))?\\s*:\\s*(\\S.{0,600})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DUE =
            Pattern.compile("(?:bis|by)(?:\\s+zum)?\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4})");

    private final JdbcClient db;
    private final Decisions decisions;
    private final Tasks tasks;
    private final Clock clock;

    Harvest(JdbcClient db, Decisions decisions, Tasks tasks, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// @param decisions and tasks that were made just now
    public record Brought(int decisions, int tasks) {}

    private record Meeting(@Nullable UUID group, LocalDate day) {}

    private record Part(UUID id, String body) {}

    private record Owner(
            @Nullable UUID organisation, @Nullable UUID person) {}

    /// What stands in brackets: with whom, until when.
    private record Terms(Owner owner, @Nullable LocalDate due) {}

    /// @throws Refused when a line names somebody who was not there, or a day that is none; nothing is made then
    public Brought bring(MeetingId meeting) {
        var about = db.sql("""
                        select m.group_id as "group", least((m.starts_at at time zone 'Europe/Berlin')::date, :today) as day
                          from meetings.meeting m where m.id = :id
                        """)
                .param("id", meeting.value())
                .param("today", LocalDate.now(clock))
                .query(Meeting.class)
                .single();
        // Two who press at once: the second waits, and finds every line brought.
        var parts = db.sql("select id, body from meetings.minute_part where meeting = ? order by id for update")
                .param(meeting.value())
                .query(Part.class)
                .list();
        int decided = 0;
        int given = 0;
        for (var part : parts) {
            @Nullable DecisionId last = null;
            for (var line : part.body().split("\n")) {
                var found = LINE.matcher(line);
                if (!found.matches()) continue;
                var text = found.group(3).strip();
                boolean decision = found.group(1).toLowerCase(Locale.ROOT).matches("beschluss|decision");
                var known = known(part.id(), line);
                if (decision && known != null) last = new DecisionId(known);
                if (known != null) continue;
                var terms = terms(meeting, found.group(2), line);
                if (decision) {
                    last = decisions.record(decision(text, about, meeting, terms));
                    note(meeting, part.id(), "DECISION", line, last.value());
                    decided++;
                } else {
                    var task = tasks.assign(TaskEntry.of(cut(text, 300))
                            .lyingWith(
                                    terms.owner().organisation(), terms.owner().person())
                            .dueOn(terms.due())
                            .from(about.group(), meeting.value(), last));
                    note(meeting, part.id(), "TASK", line, task.value());
                    given++;
                }
            }
        }
        return new Brought(decided, given);
    }

    private static DecisionEntry decision(String text, Meeting about, MeetingId meeting, Terms terms) {
        var title = cut(text, 300);
        return new DecisionEntry(
                title,
                title.equals(text) ? null : text,
                null,
                about.day(),
                about.group(),
                meeting.value(),
                terms.owner().organisation(),
                terms.owner().person(),
                terms.due(),
                null,
                Disclosure.BODY);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private @Nullable UUID known(UUID part, String line) {
        return db.sql("select record from meetings.minute_outcome where part = ? and line = ?")
                .params(part, line.strip())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private void note(MeetingId meeting, UUID part, String kind, String line, UUID record) {
        db.sql("""
                        insert into meetings.minute_outcome (network, meeting, part, kind, line, record)
                        values (platform.network(), ?, ?, ?, ?, ?)
                        """).params(meeting.value(), part, kind, line.strip(), record).update();
    }

    private Terms terms(MeetingId meeting, @Nullable String brackets, String line) {
        var owner = new Owner(null, null);
        LocalDate due = null;
        for (var term : brackets == null ? List.<String>of() : List.of(brackets.split(","))) {
            if (term.isBlank()) continue;
            var day = DUE.matcher(term.strip());
            if (day.matches()) due = day(day.group(1).strip(), line);
            else owner = owner(meeting, term.strip(), line);
        }
        return new Terms(owner, due);
    }

    private static LocalDate day(String typed, String line) {
        var german = GERMAN_DAY.matcher(typed);
        try {
            return german.matches()
                    ? LocalDate.of(
                            Integer.parseInt(german.group(3)),
                            Integer.parseInt(german.group(2)),
                            Integer.parseInt(german.group(1)))
                    : LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            throw new Refused("meetings.harvest.no-day", typed, cut(line.strip(), 80));
        }
    }

    /// Somebody who was there, or an organisation, by name or by short name; only if it can be but one.
    private Owner owner(MeetingId meeting, String name, String line) {
        var there = db.sql("""
                        select a.organisation, a.person from meetings.attendance a
                          left join directory.person_card p on p.network = a.network and p.id = a.person
                         where a.meeting = :meeting and a.person is not null
                           and platform.fold(:name) in (platform.fold(a.name), platform.fold(p.name), platform.fold(p.family_name),
                                                        platform.fold(concat_ws(' ', p.given_name, p.family_name)))
                        """)
                .param("meeting", meeting.value())
                .param("name", name)
                .query(Owner.class)
                .list();
        var found = new ArrayList<>(there);
        if (found.isEmpty())
            found.addAll(db.sql("""
                            select o.id as organisation, cast(null as uuid) as person from directory.organisation_card o
                             where o.network = platform.network() and platform.fold(:name) in (platform.fold(o.name), platform.fold(o.short))
                            """).param("name", name).query(Owner.class).list());
        if (found.size() != 1) throw new Refused("meetings.harvest.nobody", name, cut(line.strip(), 80));
        return found.getFirst();
    }
}
