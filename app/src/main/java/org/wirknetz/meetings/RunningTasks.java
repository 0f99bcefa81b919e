package org.wirknetz.meetings;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// Tasks of the group that are not done yet, carried to the agenda of its next meeting.
@Component
@Transactional
public class RunningTasks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int MOST = 40;

    private final JdbcClient db;
    private final Agenda agenda;

    RunningTasks(JdbcClient db, Agenda agenda) {
        this.db = db;
        this.agenda = agenda;
    }

    public record Line(
            UUID id,
            String title,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            boolean late) {

        String text() {
            return title + (owner == null ? "" : " – " + owner) + (dueOn == null ? "" : ", " + dueOn.format(DAY));
        }
    }

    /// The oldest dates first; of a meeting without a group those of its own.
    @Transactional(readOnly = true)
    public List<Line> of(MeetingId meeting, LocalDate today) {
        return db.sql("""
                        select t.id, t.title, nullif(concat_ws(', ', p.name, o.short), '') as owner, t.due_on,
                               coalesce(t.due_on < :today, false) as late
                          from meetings.meeting m
                          join tasks.task_card t on t.network = m.network and (t.group_id = m.group_id or t.meeting_id = m.id)
                          left join directory.organisation_card o on o.network = t.network and o.id = t.owner_organisation
                          left join directory.person_card p on p.network = t.network and p.id = t.owner_person
                         where m.id = :meeting and t.done_on is null and t.dropped_on is null
                         order by t.due_on nulls last, t.title, t.id limit :most
                        """)
                .param("meeting", meeting.value())
                .param("today", today)
                .param("most", MOST)
                .query(Line.class)
                .list();
    }

    /// Puts them on the agenda as one item, or brings the one that is there up to date.
    ///
    /// @param title of the item
    /// @throws Refused when nothing is open
    public void carry(MeetingId meeting, String title, LocalDate today) {
        var lines = of(meeting, today);
        if (lines.isEmpty()) throw new Refused("meetings.running.none");
        var notes = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
        var shown = notes.length() > 4000 ? notes.substring(0, notes.lastIndexOf('\n', 3999)) : notes;
        int rows = db.sql("""
                        update meetings.agenda_item set notes = :notes, version = version + 1
                         where meeting = :meeting and title = :title
                        """)
                .param("notes", shown)
                .param("meeting", meeting.value())
                .param("title", title)
                .update();
        if (rows == 0)
            agenda.add(
                    meeting, new AgendaEntry(title, AgendaEntry.Kind.INFORMATION, null, null, null, null, null, shown));
    }
}
