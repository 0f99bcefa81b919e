package org.wirknetz.directory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is written down about an organisation, by a form, a table or the API.
///
/// @param key the name machines use; null lets one be made from the name
/// @param fields only those that are given; what is missing is empty
/// @param free columns of a table that we do not know, kept as they came
/// @param visibility per field, by [OrganisationField#column()] or `name`; what is missing is NETWORK
public record OrganisationEntry(
        @Nullable String key,
        String name,
        Set<ActorGroupId> groups,
        @Nullable AreaId area,
        Map<OrganisationField, String> fields,
        Map<String, String> free,
        Map<String, Visibility> visibility) {

    public static final int LONGEST_NAME = 200;

    /// @throws Refused when a name is missing or too long, or a field has the wrong form
    public OrganisationEntry {
        name = name.strip();
        if (name.isEmpty()) throw new Refused("directory.organisation.name-missing");
        if (name.length() > LONGEST_NAME) throw new Refused("directory.organisation.name-too-long", LONGEST_NAME);
        groups = Set.copyOf(groups);
        fields = cleaned(fields);
        free = Map.copyOf(free);
        visibility = Map.copyOf(visibility);
    }

    public static OrganisationEntry named(String name) {
        return new OrganisationEntry(null, name, Set.of(), null, Map.of(), Map.of(), Map.of());
    }

    public OrganisationEntry withKey(String key) {
        return new OrganisationEntry(key, name, groups, area, fields, free, visibility);
    }

    public OrganisationEntry with(OrganisationField field, String value) {
        var more = new EnumMap<OrganisationField, String>(OrganisationField.class);
        more.putAll(fields);
        more.put(field, value);
        return new OrganisationEntry(key, name, groups, area, more, free, visibility);
    }

    public OrganisationEntry in(ActorGroupId group) {
        var more = new HashSet<>(groups);
        more.add(group);
        return new OrganisationEntry(key, name, more, area, fields, free, visibility);
    }

    public OrganisationEntry at(AreaId place) {
        return new OrganisationEntry(key, name, groups, place, fields, free, visibility);
    }

    public OrganisationEntry withFree(Map<String, String> columns) {
        return new OrganisationEntry(key, name, groups, area, fields, columns, visibility);
    }

    public OrganisationEntry shown(String field, Visibility to) {
        var more = new TreeMap<>(visibility);
        more.put(field, to);
        return new OrganisationEntry(key, name, groups, area, fields, free, more);
    }

    public @Nullable String field(OrganisationField field) {
        return fields.get(field);
    }

    private static Map<OrganisationField, String> cleaned(Map<OrganisationField, String> fields) {
        var kept = new EnumMap<OrganisationField, String>(OrganisationField.class);
        fields.forEach((field, typed) -> {
            var value = field.clean(typed);
            field.problem(value).ifPresent(problem -> {
                throw new Refused(problem, field.limit());
            });
            if (value != null) kept.put(field, value);
        });
        return Map.copyOf(kept);
    }
}
