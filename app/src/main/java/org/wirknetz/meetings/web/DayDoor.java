package org.wirknetz.meetings.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.Quorum;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;

/// What the pages of the day share: who runs it, what time it is there, whether there is a quorum.
@Component
class DayDoor {

    private static final ZoneId THERE = ZoneId.of("Europe/Berlin");

    private final JdbcClient db;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;

    DayDoor(JdbcClient db, MeetingsPermissions may, MeetingsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    /// @throws org.wirknetz.platform.NotFound when there is no such meeting, or it does not concern this visitor
    MeetingsDesk.Card see(Visitor visitor, UUID meeting) {
        Forbidden.unless(may.see(visitor));
        return desk.card(meeting);
    }

    /// The office, and who leads the group.
    boolean runs(Visitor visitor, MeetingsDesk.Card card) {
        return may.plan(visitor, card.group());
    }

    Quorum quorum(UUID meeting) {
        return Quorum.at(db, new MeetingId(meeting), desk.now());
    }

    /// Whether it has begun and is not over.
    boolean goesOn(UUID meeting) {
        return db.sql("select starts_at <= :now and ends_at > :now from meetings.meeting where id = :id")
                .param("id", meeting)
                .param("now", java.sql.Timestamp.from(desk.now()))
                .query(Boolean.class)
                .single();
    }

    /// An hour of the day of the meeting, as it was typed; after midnight where the meeting goes on until then.
    ///
    /// @throws Refused when it is no time
    @Nullable
    Instant moment(UUID meeting, String typed) {
        if (typed.isBlank()) return null;
        try {
            var starts = db.sql("select starts_at at time zone 'Europe/Berlin' from meetings.meeting where id = ?")
                    .param(meeting)
                    .query(LocalDateTime.class)
                    .single();
            var time = LocalTime.parse(typed.strip());
            var at = starts.toLocalDate().atTime(time);
            if (at.isBefore(starts.minusHours(6))) at = at.plusDays(1);
            return at.atZone(THERE).toInstant();
        } catch (DateTimeParseException noTime) {
            throw new Refused("meetings.day.no-time", typed.strip());
        }
    }
}
