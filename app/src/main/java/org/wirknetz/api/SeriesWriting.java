package org.wirknetz.api;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Circle;
import org.wirknetz.meetings.Land;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.Rhythm;
import org.wirknetz.meetings.SeriesEntry;
import org.wirknetz.meetings.SeriesId;
import org.wirknetz.meetings.SeriesPlans;
import org.wirknetz.platform.Forbidden;

/// Series by call: planned with all their dates, cancelled as a whole (`state` to `CANCELLED`), removed while nobody
/// was
/// told. What else changes, changes at the single dates. Telling needs a person at the page.
@Component
class SeriesWriting implements Writing {

    private static final Set<String> CANCELLING = Set.of("state", "reason");

    private final SeriesPlans plans;
    private final MeetingsPermissions may;

    SeriesWriting(SeriesPlans plans, MeetingsPermissions may) {
        this.plans = plans;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var sent = new Sent(values);
        Forbidden.unless(may.plan(visitor, sent.id("groupId", null)));
        if ("CANCELLED".equals(values.get("state"))) throw new Invalid(422, "state", "api.read-only");
        if (values.get("reason") != null) throw new Invalid(422, "reason", "api.read-only");
        return plans.plan(entry(sent)).value();
    }

    private static SeriesEntry entry(Sent sent) {
        var land = sent.text("land", null);
        var topics = sent.text("topics", null);
        return new SeriesEntry(
                said(sent, "title"),
                MeetingKind.valueOf(said(sent, "kind")),
                Circle.valueOf(Objects.requireNonNullElse(sent.text("circle", null), "GROUP")),
                sent.id("groupId", null),
                new Rhythm(Rhythm.Kind.valueOf(said(sent, "rhythm")), number(sent, "every"), sent.number("nth", null)),
                day(sent, "firstOn"),
                day(sent, "lastOn"),
                hour(said(sent, "beginsAt")),
                number(sent, "minutes"),
                land == null ? null : Land.valueOf(land),
                sent.id("venue", null),
                sent.text("onlineLink", null),
                sent.number("capacity", null),
                sent.ids("hosts", List.of()),
                topics == null
                        ? List.of()
                        : topics.lines().filter(it -> !it.isBlank()).toList());
    }

    private static String said(Sent sent, String name) {
        var text = sent.text(name, null);
        if (text == null) throw new Invalid(422, name, "api.missing");
        return text;
    }

    private static int number(Sent sent, String name) {
        var number = sent.number(name, null);
        if (number == null) throw new Invalid(422, name, "api.missing");
        return number;
    }

    private static LocalDate day(Sent sent, String name) {
        var day = sent.day(name, null);
        if (day == null) throw new Invalid(422, name, "api.missing");
        if (day.getYear() < 1990 || day.getYear() > 2200) throw new Invalid(422, name, "api.not-date");
        return day;
    }

    private static LocalTime hour(String typed) {
        try {
            return LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeParseException noHour) {
            throw new Invalid(422, "beginsAt", "api.not-hour");
        }
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var series = new SeriesId(id);
        Forbidden.unless(may.plan(visitor, plans.group(series).orElse(null)));
        values.keySet().stream()
                .filter(it -> !CANCELLING.contains(it))
                .findFirst()
                .ifPresent(field -> {
                    throw new Invalid(422, field, "api.read-only");
                });
        if (!"CANCELLED".equals(values.get("state"))) throw new Invalid(422, "state", "api.read-only");
        plans.cancel(series, new Sent(values).text("reason", null));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.plan(visitor, plans.group(new SeriesId(id)).orElse(null)));
        plans.remove(new SeriesId(id));
    }
}
