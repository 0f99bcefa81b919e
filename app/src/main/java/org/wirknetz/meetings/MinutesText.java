package org.wirknetz.meetings;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Words;

/// All of the minutes as one text, in German as they are approved: who was there by organisation, item by item what was
/// said, voted and decided. This text is sealed; the paper is set from it.
///
/// Paragraphs are parted by an empty line; those that begin with `## ` are headings.
@Component
@Transactional(readOnly = true)
public class MinutesText {

    public static final String HEADING = "## ";

    private final JdbcClient db;
    private final Words words;

    MinutesText(JdbcClient db, Words words) {
        this.db = db;
        this.words = words;
    }

    private record Meeting(
            String title,
            LocalDateTime starts,
            LocalDateTime ends,
            @Nullable String place,
            @Nullable String body,
            @Nullable String taker) {}

    private record Line(
            String presence,
            @Nullable String organisation,
            String name,
            boolean guest,
            @Nullable LocalDateTime arrived,
            @Nullable LocalDateTime departed) {}

    private record Part(@Nullable UUID item, @Nullable String title, String body) {}

    private record Vote(
            @Nullable UUID item,
            String question,
            boolean secret,
            String majority,
            String state,
            @Nullable Integer yes,
            @Nullable Integer no,
            @Nullable Integer abstained,
            @Nullable Integer recused,
            @Nullable Boolean quorate,
            @Nullable Boolean accepted,
            @Nullable Integer presentClose,
            @Nullable Integer quorumNeeded,
            @Nullable String reason) {}

    private record Known(int number, String title) {}

    public String of(MeetingId id) {
        var text = new ArrayList<>(head(id, "meetings.minutes.of"));
        attendance(id, text);
        var votes = votes(id);
        for (var part : parts(id)) {
            var about = votes.stream()
                    .filter(it -> java.util.Objects.equals(it.item(), part.item()))
                    .toList();
            if (part.item() == null && part.body().isBlank() && about.isEmpty()) continue;
            text.add(HEADING + (part.title() == null ? say("meetings.minutes.general") : oneLine(part.title())));
            text.add(part.body().isBlank() ? say("meetings.minutes.nothing-noted") : body(part.body()));
            about.forEach(it -> text.add(vote(it)));
        }
        var decisions = db.sql("select number, title from tasks.decision_card where meeting_id = ? order by number")
                .param(id.value())
                .query(Known.class)
                .list();
        if (!decisions.isEmpty()) {
            text.add(HEADING + say("meetings.minutes.decisions"));
            text.add(String.join(
                    "\n",
                    decisions.stream()
                            .map(it ->
                                    say("meetings.minutes.decision", String.valueOf(it.number()), oneLine(it.title())))
                            .toList()));
        }
        return String.join("\n\n", text) + "\n";
    }

    /// Title, and below it when, where, which body, who wrote.
    List<String> head(MeetingId id, String title) {
        var meeting = meeting(id);
        return List.of(
                oneLine(say(title, meeting.title())),
                When.sentence(words, Locale.GERMAN, meeting.starts(), meeting.ends())
                        + below(meeting.place())
                        + below(meeting.body())
                        + below(meeting.taker() == null ? null : say("meetings.minutes.taken-by", meeting.taker())));
    }

    private static String below(@Nullable String line) {
        return line == null || line.isBlank() ? "" : "\n" + oneLine(line);
    }

    private Meeting meeting(MeetingId id) {
        return db.sql("""
                        select m.title, m.starts_at at time zone 'Europe/Berlin' as starts, m.ends_at at time zone 'Europe/Berlin' as ends,
                               coalesce(m.location, concat_ws(', ', v.name, v.city)) as place, g.name as body,
                               (select x.taker from meetings.minutes x where x.network = m.network and x.meeting = m.id) as taker
                          from meetings.meeting m
                          left join meetings.venue v on v.network = m.network and v.id = m.venue
                          left join groups.group_card g on g.network = m.network and g.id = m.group_id
                         where m.id = ?
                        """).param(id.value()).query(Meeting.class).optional().orElseThrow(NotFound::new);
    }

    private void attendance(MeetingId id, List<String> text) {
        var lines = db.sql("""
                        select a.presence, o.name as organisation, a.name, a.guest, a.arrived_at at time zone 'Europe/Berlin' as arrived,
                               a.left_at at time zone 'Europe/Berlin' as departed
                          from meetings.attendance a
                          left join directory.organisation_card o on o.network = a.network and o.id = a.organisation
                         where a.meeting = ? order by o.name is null, platform.fold(o.name), platform.fold(a.name), a.id
                        """).param(id.value()).query(Line.class).list();
        for (var presence : Presence.values()) {
            var these = lines.stream()
                    .filter(it -> it.presence().equals(presence.name()))
                    .toList();
            text.add(HEADING + say("meetings.minutes." + presence));
            text.add(
                    these.isEmpty()
                            ? say("meetings.minutes.nobody")
                            : String.join("\n", these.stream().map(this::line).toList()));
        }
    }

    private String line(Line line) {
        var who = line.organisation() == null ? line.name() : line.organisation() + ": " + line.name();
        if (line.guest()) who += " (" + say("meetings.attendance.guest") + ")";
        if (line.arrived() == null && line.departed() == null) return oneLine(who);
        return oneLine(who) + ", "
                + say(
                        "meetings.attendance.from-to",
                        line.arrived() == null ? say("meetings.attendance.from-beginning") : When.hour(line.arrived()),
                        line.departed() == null ? say("meetings.attendance.to-end") : When.hour(line.departed()));
    }

    private List<Part> parts(MeetingId id) {
        return db.sql("""
                        select p.agenda_item as item, i.title, p.body
                          from meetings.minute_part p
                          left join meetings.agenda_item i on i.network = p.network and i.id = p.agenda_item
                         where p.meeting = ? order by i.position nulls last, p.id
                        """).param(id.value()).query(Part.class).list();
    }

    private List<Vote> votes(MeetingId id) {
        return db.sql("""
                        select agenda_item as item, question, secret, majority, state, yes, no, abstained, recused, quorate, accepted,
                               present_close, quorum_needed, reason
                          from meetings.ballot where meeting = ? and state in ('CLOSED', 'VOID') order by created_at, id
                        """).param(id.value()).query(Vote.class).list();
    }

    private String vote(Vote vote) {
        var asked = say(
                vote.secret() ? "meetings.minutes.voted.secret" : "meetings.minutes.voted.open",
                oneLine(vote.question()));
        if (vote.state().equals("VOID"))
            return asked + "\n" + say("meetings.ballot.void", String.valueOf(vote.reason()));
        var outcome = !Boolean.TRUE.equals(vote.quorate())
                ? say("meetings.ballot.quorum-failed", number(vote.presentClose()), number(vote.quorumNeeded()))
                : say("meetings.minutes.outcome." + (Boolean.TRUE.equals(vote.accepted()) ? "ACCEPTED" : "REJECTED"));
        return asked + "\n"
                + say(
                        "meetings.minutes.figures",
                        number(vote.yes()),
                        number(vote.no()),
                        number(vote.abstained()),
                        number(vote.recused()),
                        say("meetings.majority." + vote.majority()))
                + "\n" + outcome;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /// What people typed never makes a heading or begins a part of its own.
    static String body(String body) {
        return body.strip().replace("\r", "").replaceAll("(?m)^#", " #").replaceAll("\n{2,}", "\n \n");
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String say(String key, Object... values) {
        return words.say(Locale.GERMAN, key, values);
    }
}
