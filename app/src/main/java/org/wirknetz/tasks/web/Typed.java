package org.wirknetz.tasks.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// Fields of a form as somebody typed them.
record Typed(Map<String, String> given) {

    String text(String field) {
        return given.getOrDefault(field, "").strip();
    }

    @Nullable
    UUID id(String field) {
        var text = text(field);
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }

    int version() {
        return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : 0;
    }

    @Nullable
    LocalDate day(String field) {
        try {
            return text(field).isEmpty() ? null : LocalDate.parse(text(field));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    void noDay(List<Problem> problems, Desk desk, String field) {
        var day = day(field);
        if (text(field).isEmpty()) return;
        if (day == null || day.getYear() < 1990 || day.getYear() > 2100)
            problems.add(new Problem(field, desk.say("tasks.no-day", text(field))));
    }

    void tooLong(List<Problem> problems, Desk desk, String field, int limit) {
        if (text(field).length() > limit) problems.add(new Problem(field, desk.say("tasks.too-long", limit)));
    }
}
