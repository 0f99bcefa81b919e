package org.wirknetz.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Circle;
import org.wirknetz.meetings.MeetingEntry;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.Slot;
import org.wirknetz.platform.Forbidden;

/// Meetings by call: planned, changed, cancelled (`state` to `CANCELLED`), removed while nobody was told. Inviting
/// needs a
/// person at the page.
@Component
class MeetingsWriting implements Writing {

    private final Meetings meetings;
    private final MeetingsPermissions may;

    MeetingsWriting(Meetings meetings, MeetingsPermissions may) {
        this.meetings = meetings;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.plan(visitor, id(values.get("groupId"))));
        if (values.get("state") != null && !"DRAFT".equals(values.get("state")))
            throw new Invalid(422, "state", "api.read-only");
        if (values.get("reason") != null) throw new Invalid(422, "reason", "api.read-only");
        return meetings.plan(entry(values, null)).value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = meetings.read(new MeetingId(id));
        Forbidden.unless(may.plan(visitor, known.entry().group()));
        if ("CANCELLED".equals(values.get("state"))) {
            meetings.cancel(new MeetingId(id), values.get("reason") instanceof String reason ? reason : null);
            return;
        }
        if (values.containsKey("state")) throw new Invalid(422, "state", "api.read-only");
        if (values.containsKey("reason")) throw new Invalid(422, "reason", "api.read-only");
        var entry = entry(values, known.entry());
        Forbidden.unless(may.plan(visitor, entry.group()));
        meetings.revise(new MeetingId(id), known.version(), entry);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(
                may.plan(visitor, meetings.read(new MeetingId(id)).entry().group()));
        meetings.remove(new MeetingId(id));
    }

    private static MeetingEntry entry(Map<String, @Nullable Object> values, @Nullable MeetingEntry known) {
        var given = new Given(values);
        var starts = given.time("startsAt", known == null ? null : known.slot().from());
        var ends = given.time("endsAt", known == null ? null : known.slot().to());
        if (starts == null) throw new Invalid(422, "startsAt", "api.missing");
        if (ends == null) throw new Invalid(422, "endsAt", "api.missing");
        return new MeetingEntry(
                String.valueOf(given.or("title", known == null ? "" : known.title())),
                MeetingKind.valueOf(String.valueOf(given.or("kind", known == null ? "GROUP" : known.kind()))),
                Circle.valueOf(String.valueOf(
                        values.get("circle") == null
                                ? known == null ? "GROUP" : known.circle()
                                : values.get("circle"))),
                id(given.or("groupId", known == null ? null : known.group())),
                Slot.of(starts, ends),
                id(given.or("venue", known == null ? null : known.venue())),
                text(given.or("place", known == null ? null : known.place())),
                text(given.or("onlineLink", known == null ? null : known.online())),
                id(given.or("hostOrganisation", known == null ? null : known.host())),
                text(given.or("purpose", known == null ? null : known.purpose())),
                given.or("capacity", known == null ? null : known.capacity()) instanceof Integer places ? places : null,
                given.or("replyUntil", known == null ? null : known.replyUntil()) instanceof LocalDate day
                        ? day
                        : null);
    }

    /// What was sent, else what was there.
    private record Given(Map<String, @Nullable Object> values) {

        @Nullable
        Object or(String name, @Nullable Object known) {
            return values.containsKey(name) ? values.get(name) : known;
        }

        @Nullable
        Instant time(String name, @Nullable Instant known) {
            return values.get(name) instanceof OffsetDateTime time ? time.toInstant() : known;
        }
    }

    private static @Nullable UUID id(@Nullable Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
