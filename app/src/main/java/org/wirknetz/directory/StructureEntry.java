package org.wirknetz.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is written down about a structure of the region.
///
/// @param own a group of this network itself
/// @param to the first day it no longer exists
public record StructureEntry(
        String name,
        StructureKind kind,
        boolean own,
        @Nullable String topic,
        @Nullable AreaId area,
        @Nullable String website,
        @Nullable String source,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /// @throws Refused when the name is missing or too long, the address has the wrong form, or the end lies
    /// before the
    /// beginning
    public StructureEntry {
        name = name.strip();
        if (name.isEmpty()) throw new Refused("directory.structure.name-missing");
        if (name.length() > 200) throw new Refused("directory.organisation.name-too-long", 200);
        topic = PersonField.clean(topic);
        source = PersonField.clean(source);
        website = OrganisationField.WEBSITE.clean(website);
        OrganisationField.WEBSITE.problem(website).ifPresent(problem -> {
            throw new Refused(problem, OrganisationField.WEBSITE.limit());
        });
        if (topic != null && topic.length() > 500) throw new Refused("directory.field.too-long", 500);
        if (source != null && source.length() > 300) throw new Refused("directory.field.too-long", 300);
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("directory.interval.empty");
    }

    public static StructureEntry named(String name, StructureKind kind) {
        return new StructureEntry(name, kind, false, null, null, null, null, null, null);
    }
}
