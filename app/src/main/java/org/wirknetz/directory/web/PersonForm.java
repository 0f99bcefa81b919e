package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.PersonEntry;
import org.wirknetz.directory.PersonField;
import org.wirknetz.directory.Visibility;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Frame;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a person; for a new one also the first thing they do.
///
/// @param version 0 for a new one
public record PersonForm(
        String action, String back, int version, Map<String, String> values, List<Problem> problems, boolean office) {

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    public List<Choice> audiences(Frame frame, String field) {
        var usual = field.equals("mobile") ? "office" : "network";
        return Stream.of("network", "office", "public")
                .map(it -> new Choice(
                        it,
                        frame.say("directory.visible." + it),
                        values.getOrDefault("visibility." + field, usual).equals(it)))
                .toList();
    }

    PersonForm checked(Desk desk) {
        var found = new ArrayList<Problem>();
        for (var field : PersonField.values()) {
            field.problem(PersonField.clean(value(field.column())))
                    .ifPresent(key -> found.add(new Problem(field.column(), desk.say(key, field.limit()))));
        }
        for (var name : List.of("informed_on", "from", "to")) {
            if (!value(name).isBlank() && date(name) == null) {
                found.add(new Problem(name, desk.say("directory.date.wrong")));
            }
        }
        return new PersonForm(action, back, version, values, found, office);
    }

    @Nullable
    LocalDate date(String name) {
        try {
            return value(name).isBlank() ? null : LocalDate.parse(value(name).strip());
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    /// @param before what stays where this person may not write
    PersonEntry entry(@Nullable PersonEntry before) {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        for (var field : PersonField.values()) {
            var mine = office || !field.officeOnly();
            var value = mine ? PersonField.clean(value(field.column())) : before == null ? null : before.field(field);
            if (value != null) fields.put(field, value);
        }
        var shown = new HashMap<>(before == null ? Map.<String, Visibility>of() : before.visibility());
        for (var field : List.of("name", "email", "phone", "mobile", "languages")) {
            var word = value("visibility." + field);
            if (!word.isEmpty()) shown.put(field, OrganisationForm.visibility(word));
        }
        return new PersonEntry(
                before == null ? null : before.key(),
                fields,
                office ? date("informed_on") : before == null ? null : before.informedOn(),
                before == null ? Map.of() : before.free(),
                shown);
    }
}
