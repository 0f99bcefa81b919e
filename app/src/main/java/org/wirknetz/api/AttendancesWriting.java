package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Attendance;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.Presence;
import org.wirknetz.platform.Forbidden;

/// Who was there, by call. Who they are stays as it was entered; whether and when they were there changes.
@Component
class AttendancesWriting implements Writing {

    private static final Set<String> CHANGING = Set.of("presence", "arrivedAt", "leftAt");

    private final Attendance attendance;
    private final Meetings meetings;
    private final MeetingsPermissions may;

    AttendancesWriting(Attendance attendance, Meetings meetings, MeetingsPermissions may) {
        this.attendance = attendance;
        this.meetings = meetings;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var sent = new Sent(values);
        var meeting = new MeetingId(Objects.requireNonNull(sent.id("meeting", null)));
        Forbidden.unless(runs(visitor, meeting));
        var line = attendance.mark(
                meeting,
                new Attendance.Who(
                        sent.id("organisation", null),
                        sent.id("person", null),
                        Objects.requireNonNullElse(sent.text("name", null), ""),
                        sent.yes("guest", false)),
                presence(sent, Presence.PRESENT));
        var arrived = sent.time("arrivedAt", null);
        var left = sent.time("leftAt", null);
        if (arrived != null || left != null) attendance.say(line, presence(sent, Presence.PRESENT), arrived, left);
        return line;
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = attendance.read(id);
        Forbidden.unless(runs(visitor, known.meeting()));
        values.keySet().stream()
                .filter(it -> !CHANGING.contains(it))
                .findFirst()
                .ifPresent(field -> {
                    throw new Invalid(422, field, "api.read-only");
                });
        var sent = new Sent(values);
        var presence = presence(sent, known.presence());
        boolean there = presence == Presence.PRESENT;
        attendance.say(
                id,
                presence,
                sent.time("arrivedAt", there ? known.arrivedAt() : null),
                sent.time("leftAt", there ? known.leftAt() : null));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        var known = attendance.read(id);
        Forbidden.unless(runs(visitor, known.meeting()));
        attendance.remove(known.meeting(), id);
    }

    private boolean runs(Visitor visitor, MeetingId meeting) {
        return may.plan(visitor, meetings.read(meeting).entry().group());
    }

    private static Presence presence(Sent sent, Presence known) {
        var presence = sent.text("presence", null);
        return presence == null ? known : Presence.valueOf(presence);
    }
}
