package org.wirknetz.directory;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is written down about a person, by a form, a table or the API.
///
/// @param key the name machines use; null lets one be made from the name
/// @param fields only those that are given; the family name must be
/// @param informedOn when they were told that we hold their data (Art. 14 GDPR); null when not yet
/// @param visibility per field, by [PersonField#column()] or `name`; what is missing is NETWORK, the mobile number
/// OFFICE
public record PersonEntry(
        @Nullable String key,
        Map<PersonField, String> fields,
        @Nullable LocalDate informedOn,
        Map<String, String> free,
        Map<String, Visibility> visibility) {

    /// @throws Refused when the family name is missing or a field has the wrong form
    public PersonEntry {
        var kept = new EnumMap<PersonField, String>(PersonField.class);
        for (var field : PersonField.values()) {
            var value = PersonField.clean(fields.get(field));
            field.problem(value).ifPresent(problem -> {
                throw new Refused(problem, field.limit());
            });
            if (value != null) kept.put(field, value);
        }
        fields = Map.copyOf(kept);
        free = Map.copyOf(free);
        visibility = Map.copyOf(visibility);
    }

    public static PersonEntry named(String given, String family) {
        return new PersonEntry(
                null, Map.of(PersonField.GIVEN_NAME, given, PersonField.FAMILY_NAME, family), null, Map.of(), Map.of());
    }

    public PersonEntry withKey(String key) {
        return new PersonEntry(key, fields, informedOn, free, visibility);
    }

    public PersonEntry with(PersonField field, String value) {
        var more = new EnumMap<PersonField, String>(PersonField.class);
        more.putAll(fields);
        more.put(field, value);
        return new PersonEntry(key, more, informedOn, free, visibility);
    }

    public PersonEntry withFree(Map<String, String> columns) {
        return new PersonEntry(key, fields, informedOn, columns, visibility);
    }

    public PersonEntry informed(LocalDate on) {
        return new PersonEntry(key, fields, on, free, visibility);
    }

    public @Nullable String field(PersonField field) {
        return fields.get(field);
    }

    public String name() {
        var given = field(PersonField.GIVEN_NAME);
        return (given == null ? "" : given + " ") + fields.get(PersonField.FAMILY_NAME);
    }
}
