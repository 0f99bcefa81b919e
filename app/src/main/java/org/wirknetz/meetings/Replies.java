package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;

/// Answers that came by mail: counted where they fit an invitation, else put aside for the office with the reason.
@Component
@Transactional
public class Replies {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /// A program answers for one date, or for the few of a series that differ.
    private static final int MOST_ENTRIES = 100;

    /// More than this nobody files; what comes then stays in the mailbox alone.
    private static final int MOST_ASIDE = 500;

    private final JdbcClient db;
    private final Answers answers;
    private final Clock clock;

    Replies(JdbcClient db, Answers answers, Clock clock) {
        this.db = db;
        this.answers = answers;
        this.clock = clock;
    }

    /// Who wrote, and what about.
    record Letter(String sender, String subject) {}

    private record Place(UUID meeting, @Nullable UUID invitation, boolean open, int movedSequence) {}

    void take(Letter letter, CalendarFile file) {
        if (!file.method().isEmpty() && !file.method().equals("REPLY")) {
            putAside(letter, null, "meetings.reply.no-answer");
            return;
        }
        if (file.entries().size() > MOST_ENTRIES) {
            putAside(letter, null, "meetings.reply.many");
            return;
        }
        for (var entry : file.entries()) take(letter, entry);
    }

    private void take(Letter letter, CalendarFile.Entry entry) {
        var id = ID.matcher(entry.text("UID"));
        if (!id.find()) return;
        var uid = UUID.fromString(id.group());
        var who = who(letter, entry);
        if (who.isEmpty()) {
            putAside(letter, uid, "meetings.reply.nobody");
            return;
        }
        var places = places(uid, entry, who.get().email());
        if (places.isEmpty()) {
            putAside(letter, uid, "meetings.reply.no-date");
            return;
        }
        var answer = answer(who.get().says());
        var counted = places.stream().filter(it -> it.invitation() != null).toList();
        if (counted.isEmpty()) putAside(letter, uid, "meetings.reply.stranger");
        else if (!speaksFor(letter.sender(), who.get())) putAside(letter, uid, "meetings.reply.sender");
        else if (answer.isEmpty()) putAside(letter, uid, "meetings.reply.unclear");
        else for (var place : counted) count(letter, entry, place, answer.get());
    }

    private void count(Letter letter, CalendarFile.Entry entry, Place place, Answer answer) {
        var invitation = place.invitation();
        if (invitation == null) return;
        if (!place.open()) putAside(letter, place.meeting(), "meetings.reply.over");
        else if (entry.sequence() < place.movedSequence()) putAside(letter, place.meeting(), "meetings.reply.old");
        else {
            var comment = entry.text("COMMENT").replaceAll("\\p{Cntrl}", " ").strip();
            answers.say(
                    new InvitationId(invitation),
                    answer,
                    null,
                    comment.length() > 1000 ? comment.substring(0, 1000) : comment,
                    Answer.Way.MAIL);
        }
    }

    /// RFC 5546 knows one in an answer; some programs send all, and only one of them can be the sender.
    private static Optional<CalendarFile.Invited> who(Letter letter, CalendarFile.Entry entry) {
        if (entry.invited().size() == 1) return Optional.of(entry.invited().getFirst());
        return entry.invited().stream()
                .filter(it -> it.email().equals(letter.sender()) || it.sentBy().equals(letter.sender()))
                .findFirst();
    }

    private static boolean speaksFor(String sender, CalendarFile.Invited who) {
        return sender.equals(who.email()) || !sender.isEmpty() && sender.equals(who.sentBy());
    }

    private static Optional<Answer> answer(String says) {
        return switch (says) {
            case "ACCEPTED" -> Optional.of(Answer.YES);
            case "DECLINED" -> Optional.of(Answer.NO);
            case "TENTATIVE" -> Optional.of(Answer.MAYBE);
            default -> Optional.empty();
        };
    }

    /// One date of a series, a single meeting, or all dates of the series that lie ahead.
    private List<Place> places(UUID uid, CalendarFile.Entry entry, String email) {
        var occurrence = entry.time("RECURRENCE-ID");
        boolean day = entry.wholeDay("RECURRENCE-ID");
        if (!entry.text("RECURRENCE-ID").isEmpty() && occurrence.isEmpty()) return List.of();
        return db.sql("""
                        select m.id as meeting, i.id as invitation, m.state <> 'CANCELLED' and m.ends_at >= :now as open, m.moved_sequence
                          from meetings.meeting m
                          left join meetings.invitation i on i.network = m.network and i.meeting = m.id and i.email = :email
                         where m.id = :uid
                            or m.series = :uid
                               and (cast(:occurrence as timestamp) is null and m.ends_at >= :now and m.state <> 'CANCELLED'
                                    or m.planned_at at time zone 'Europe/Berlin' = :occurrence
                                    or :day and (m.planned_at at time zone 'Europe/Berlin')::date = cast(:occurrence as timestamp)::date)
                         order by m.starts_at, m.id
                        """)
                .param("uid", uid)
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .param("occurrence", occurrence.<LocalDateTime>map(it -> it).orElse(null), Types.TIMESTAMP)
                .param("day", day)
                .query(Place.class)
                .list();
    }

    /// @param entry the meeting or series it is about, where that is known
    /// @param reason key of the words that say why it was not counted
    void putAside(Letter letter, @Nullable UUID entry, String reason) {
        db.sql("""
                        insert into meetings.stray_reply (network, meeting, sender, subject, reason, received_at)
                        select platform.network(), (select m.id from meetings.meeting m where m.id = :entry), :sender, :subject,
                               :reason, :now
                         where (select count(*) from meetings.stray_reply where settled_at is null) < :most
                        """)
                .param("most", MOST_ASIDE)
                .param("entry", entry, Types.OTHER)
                .param("sender", letter.sender())
                .param("subject", letter.subject())
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Somebody has looked at it and did what there was to do.
    public void settle(UUID reply) {
        int rows = db.sql("update meetings.stray_reply set settled_at = ? where id = ? and settled_at is null")
                .params(Timestamp.from(clock.instant()), reply)
                .update();
        if (rows == 0) throw new NotFound();
    }
}
