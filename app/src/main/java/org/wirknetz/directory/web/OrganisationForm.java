package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.wirknetz.directory.ActorGroupId;
import org.wirknetz.directory.AreaId;
import org.wirknetz.directory.OrganisationEntry;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.directory.Visibility;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Frame;
import org.wirknetz.platform.web.Problem;

/// What a person typed about an organisation, with their words kept when something is missing.
///
/// @param action where it is sent
/// @param back where cancelling leads
/// @param version 0 for a new one
/// @param values by the name of the input, as typed
/// @param office may also say which group, where, and keep a note
public record OrganisationForm(
        String action,
        String back,
        int version,
        Map<String, String> values,
        Set<String> groups,
        Map<String, String> visibility,
        List<Problem> problems,
        boolean office) {

    static OrganisationForm typed(
            String action, String back, int version, MultiValueMap<String, String> typed, boolean office) {
        var values = new HashMap<String, String>();
        var visibility = new HashMap<String, String>();
        typed.forEach((name, all) -> {
            if (name.startsWith("visibility.")) visibility.put(name.substring("visibility.".length()), all.getFirst());
            else values.put(name, all.getFirst());
        });
        return new OrganisationForm(
                action,
                back,
                version,
                values,
                Set.copyOf(typed.getOrDefault("groups", List.of())),
                visibility,
                List.of(),
                office);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public String shown(String field) {
        return visibility.getOrDefault(field, "network");
    }

    /// Who may see a field, to choose from.
    public List<Choice> audiences(Frame frame, String field) {
        return Stream.of("network", "office", "public")
                .map(it -> new Choice(
                        it, frame.say("directory.visible." + it), shown(field).equals(it)))
                .toList();
    }

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    /// The same form with what is missing, said in the person's language.
    OrganisationForm checked(Desk desk) {
        var found = new ArrayList<Problem>();
        if (value("name").isBlank()) found.add(new Problem("name", desk.say("directory.organisation.name-missing")));
        if (value("name").strip().length() > OrganisationEntry.LONGEST_NAME) {
            found.add(new Problem(
                    "name", desk.say("directory.organisation.name-too-long", OrganisationEntry.LONGEST_NAME)));
        }
        for (var field : OrganisationField.values()) {
            field.problem(field.clean(value(field.column())))
                    .ifPresent(key -> found.add(new Problem(field.column(), desk.say(key, field.limit()))));
        }
        if (!value("renamedOn").isBlank() && renamedOn() == null) {
            found.add(new Problem("renamedOn", desk.say("directory.date.wrong")));
        }
        return new OrganisationForm(action, back, version, values, groups, visibility, found, office);
    }

    @Nullable
    LocalDate renamedOn() {
        try {
            return value("renamedOn").isBlank()
                    ? null
                    : LocalDate.parse(value("renamedOn").strip());
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    /// @param before what stays where this person may not write: the groups, the area, the office's note,
    /// free columns
    OrganisationEntry entry(OrganisationEntry before) {
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        for (var field : OrganisationField.values()) {
            var value = office || field != OrganisationField.NOTE
                    ? field.clean(value(field.column()))
                    : before.field(field);
            if (value != null) fields.put(field, value);
        }
        var shown = new HashMap<>(before.visibility());
        visibility.forEach((field, word) -> {
            boolean known =
                    field.equals("name") || OrganisationField.byColumn(field).isPresent();
            if (known) shown.put(field, visibility(word));
        });
        return new OrganisationEntry(
                before.key(),
                value("name"),
                office ? groupIds() : before.groups(),
                office ? area() : before.area(),
                fields,
                before.free(),
                shown);
    }

    private Set<ActorGroupId> groupIds() {
        return groups.stream()
                .filter(it -> !it.isBlank())
                .map(UUID::fromString)
                .map(ActorGroupId::new)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private @Nullable AreaId area() {
        return value("area").isBlank() ? null : new AreaId(UUID.fromString(value("area")));
    }

    static Visibility visibility(String word) {
        return Arrays.stream(Visibility.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
