package org.wirknetz.meetings;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.wirknetz.tasks.TaskId;
import org.wirknetz.tasks.Tasks;

/// Makes decisions and tasks of lines in the minutes that say so:
///
/// ```
/// Beschluss: Wir erkennen die Kompetenzbilanz an.
/// Aufgabe (Olga Petrenko, bis 15.12.2026): Raumliste zusammenstellen
/// ```
///
/// A task after a decision in the same part belongs to it. Each line once, however often somebody asks; all or nothing.
/// A line that was taken over and says something a little different now changes what became of it; it makes no second
/// one.
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
    /// @param changed how many were made before and say now what their line says
    public record Brought(int decisions, int tasks, int changed) {}

    private record Meeting(@Nullable UUID group, LocalDate day) {}

    private record Part(UUID id, String body) {}

    /// A line that was taken over.
    private record Outcome(UUID id, String kind, String line, UUID record) {}

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
        int changed = 0;
        for (var part : parts) {
            var outcomes = outcomes(part.id());
            var loose = new ArrayList<>(outcomes.stream()
                    .filter(it ->
                            part.body().lines().noneMatch(line -> line.strip().equals(it.line())))
                    .toList());
            @Nullable DecisionId last = null;
            for (var line : part.body().split("\n")) {
                var found = LINE.matcher(line);
                if (!found.matches()) continue;
                var text = found.group(3).strip();
                boolean decision = isDecision(found.group(1));
                var known = outcomes.stream()
                        .filter(it -> it.line().equals(line.strip()))
                        .findFirst()
                        .or(() -> before(loose, decision ? "DECISION" : "TASK", text));
                if (known.isPresent() && !known.get().line().equals(line.strip())) {
                    loose.remove(known.get());
                    if (follow(meeting, known.get(), found.group(2), text, line)) changed++;
                    else known = Optional.empty();
                }
                if (decision && known.isPresent())
                    last = new DecisionId(known.get().record());
                if (known.isPresent()) continue;
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
        return new Brought(decided, given, changed);
    }

    private static boolean isDecision(String word) {
        return word.toLowerCase(Locale.ROOT).matches("beschluss|decision");
    }

    private List<Outcome> outcomes(UUID part) {
        return db.sql("select id, kind, line, record from meetings.minute_outcome where part = ? order by id")
                .param(part)
                .query(Outcome.class)
                .list();
    }

    /// Of the lines that are no longer there, the one this one was before: most of its words are the same.
    private static Optional<Outcome> before(List<Outcome> loose, String kind, String text) {
        return loose.stream()
                .filter(it -> it.kind().equals(kind))
                .max(Comparator.comparingDouble(it -> Likeness.of(said(it.line()), text)))
                .filter(it -> Likeness.of(said(it.line()), text) >= Likeness.SAME);
    }

    private static String said(String line) {
        var found = LINE.matcher(line);
        return found.matches() ? found.group(3).strip() : line;
    }

    private static String brackets(String line) {
        var found = LINE.matcher(line);
        return found.matches() && found.group(2) != null ? found.group(2).strip() : "";
    }

    /// What became of a line says now what the line says; what the line does not say stays as the register has it.
    ///
    /// @return false where it is in the register no more
    private boolean follow(MeetingId meeting, Outcome outcome, @Nullable String brackets, String text, String line) {
        if (!stands(outcome)) {
            db.sql("delete from meetings.minute_outcome where id = ?")
                    .param(outcome.id())
                    .update();
            return false;
        }
        boolean otherTerms = !brackets(outcome.line()).equals(brackets == null ? "" : brackets.strip());
        boolean otherWords = !said(outcome.line()).equals(text);
        var terms = otherTerms ? terms(meeting, brackets, line) : null;
        if (outcome.kind().equals("DECISION"))
            follow(new DecisionId(outcome.record()), otherWords ? text : null, terms);
        else follow(new TaskId(outcome.record()), otherWords ? text : null, terms);
        db.sql("update meetings.minute_outcome set line = ? where id = ?")
                .params(line.strip(), outcome.id())
                .update();
        return true;
    }

    private boolean stands(Outcome outcome) {
        return db.sql("""
                        select exists (select from tasks.decision_card d where d.network = platform.network() and d.id = :id)
                            or exists (select from tasks.task_card t where t.network = platform.network() and t.id = :id)
                        """).param("id", outcome.record()).query(Boolean.class).single();
    }

    private void follow(DecisionId id, @Nullable String text, @Nullable Terms terms) {
        int version = decisions.require(id).version();
        var known = decisions.entry(id);
        var title = text == null ? known.title() : cut(text, 300);
        decisions.revise(
                id,
                version,
                new DecisionEntry(
                        title,
                        text == null ? known.body() : title.equals(text) ? null : text,
                        known.mandateBasis(),
                        known.decidedOn(),
                        known.group(),
                        known.meeting(),
                        terms == null ? known.organisation() : terms.owner().organisation(),
                        terms == null ? known.person() : terms.owner().person(),
                        terms == null ? known.due() : terms.due(),
                        known.sphere(),
                        known.disclosure(),
                        known.funding()));
    }

    private void follow(TaskId id, @Nullable String text, @Nullable Terms terms) {
        int version = tasks.require(id).version();
        var entry = tasks.entry(id);
        if (text != null) entry = entry.titled(cut(text, 300));
        if (terms != null)
            entry = entry.lyingWith(terms.owner().organisation(), terms.owner().person())
                    .dueOn(terms.due());
        tasks.revise(id, version, entry);
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
                Disclosure.BODY,
                false);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
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
