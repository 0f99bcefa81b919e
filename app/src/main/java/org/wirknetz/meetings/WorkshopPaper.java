package org.wirknetz.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Words;

/// The documentation of a workshop for everybody (German: *Dokumentation*): programme, organisations that took part,
/// what came of each item, decisions that are disclosed, papers. Nobody's name but the speakers'.
@Component
@Transactional(readOnly = true)
public class WorkshopPaper {

    private final JdbcClient db;
    private final Words words;
    private final MinutesText minutes;

    WorkshopPaper(JdbcClient db, Words words, MinutesText minutes) {
        this.db = db;
        this.words = words;
        this.minutes = minutes;
    }

    /// One thing a documentation needs.
    ///
    /// @param key of the words `meetings.documentation.<key>`
    public record Point(String key, boolean there) {}

    /// What is there already, and what is missing before it is worth handing out.
    public List<Point> points(MeetingId meeting) {
        return db.sql("""
                        select exists (select from meetings.agenda_item i where i.meeting = :id) as agenda,
                               exists (select from meetings.attendance a where a.meeting = :id and a.presence = 'PRESENT') as present,
                               exists (select from meetings.minute_part p where p.meeting = :id and p.body <> '')
                                   and not exists (select from meetings.agenda_item i
                                                    where i.meeting = :id
                                                      and not exists (select from meetings.minute_part p
                                                                       where p.agenda_item = i.id and p.body <> '')) as results,
                               exists (select from meetings.minutes m where m.meeting = :id and m.state = 'APPROVED') as approved,
                               exists (select from meetings.document d where d.meeting = :id) as papers
                        """)
                .param("id", meeting.value())
                .query((row, n) -> List.of(
                        new Point("agenda", row.getBoolean("agenda")),
                        new Point("present", row.getBoolean("present")),
                        new Point("results", row.getBoolean("results")),
                        new Point("approved", row.getBoolean("approved")),
                        new Point("papers", row.getBoolean("papers"))))
                .single();
    }

    private record Item(
            String title,
            String kind,
            @Nullable String speaker,
            @Nullable String body) {}

    public String text(MeetingId meeting) {
        var text = new ArrayList<String>();
        text.addAll(minutes.head(meeting, "meetings.documentation.of"));
        var items = db.sql("""
                        select i.title, i.kind, nullif(concat_ws(', ', p.name, o.name), '') as speaker,
                               (select x.body from meetings.minute_part x where x.network = i.network and x.agenda_item = i.id) as body
                          from meetings.agenda_item i
                          left join directory.person_card p on p.network = i.network and p.id = i.speaker_person
                          left join directory.organisation_card o on o.network = i.network and o.id = i.speaker_organisation
                         where i.meeting = ? order by i.position, i.id
                        """).param(meeting.value()).query(Item.class).list();
        section(
                text,
                "meetings.documentation.agenda",
                items.stream().map(this::line).toList());
        section(
                text,
                "meetings.documentation.present",
                db.sql("""
                        select distinct o.name from meetings.attendance a
                          join directory.organisation_card o on o.network = a.network and o.id = a.organisation
                         where a.meeting = ? and a.presence = 'PRESENT' order by o.name
                        """).param(meeting.value()).query(String.class).list());
        for (var item : items) {
            if (item.body() == null || item.body().isBlank()) continue;
            text.add(MinutesText.HEADING + MinutesText.oneLine(item.title()));
            text.add(MinutesText.body(item.body()));
        }
        section(
                text,
                "meetings.minutes.decisions",
                db.sql("""
                        select title from tasks.decision_card where meeting_id = ? and disclosure <> 'BODY' order by number
                        """).param(meeting.value()).query(String.class).list());
        section(
                text,
                "meetings.documentation.papers",
                db.sql("select name from meetings.document where meeting = ? order by name")
                        .param(meeting.value())
                        .query(String.class)
                        .list());
        return String.join("\n\n", text) + "\n";
    }

    private void section(List<String> text, String key, List<String> lines) {
        if (lines.isEmpty()) return;
        text.add(MinutesText.HEADING + words.say(Locale.GERMAN, key));
        text.add(String.join("\n", lines.stream().map(MinutesText::oneLine).toList()));
    }

    private String line(Item item) {
        var kind = words.say(Locale.GERMAN, "meetings.agenda.kind." + item.kind());
        return kind + ": " + item.title() + (item.speaker() == null ? "" : " (" + item.speaker() + ")");
    }
}
