package org.wirknetz.demo;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.ActorGroup;
import org.wirknetz.demo.DemoNetwork.Area;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Person;

/// From the readable keys of a demo network to the ids of its rows. A key that leads nowhere breaks the loading.
final class DirectoryIds {
    private final String slug;
    private final Map<String, UUID> groups;
    private final Map<String, UUID> areas;
    private final Map<String, UUID> organisations;
    private final Map<String, UUID> people;

    DirectoryIds(DemoNetwork network) {
        slug = network.slug();
        groups = network.groups().stream().collect(Collectors.toMap(ActorGroup::key, ActorGroup::id));
        areas = network.areas().stream().collect(Collectors.toMap(Area::ags, Area::id));
        organisations = network.organisations().stream().collect(Collectors.toMap(Organisation::key, Organisation::id));
        people = network.people().stream().collect(Collectors.toMap(Person::key, Person::id));
    }

    UUID group(String key) {
        return required(groups, key);
    }

    UUID organisation(String key) {
        return required(organisations, key);
    }

    UUID person(String key) {
        return required(people, key);
    }

    @Nullable
    UUID personOrNull(@Nullable String key) {
        return key == null ? null : person(key);
    }

    @Nullable
    UUID areaOrNull(@Nullable String ags) {
        return ags == null ? null : required(areas, ags);
    }

    /// The id of a row that has no record of its own.
    UUID row(String key) {
        return Setting.id(slug, "row", key);
    }

    private static UUID required(Map<String, UUID> ids, String key) {
        var id = ids.get(key);
        if (id == null) throw new IllegalStateException("not in this network: " + key);
        return id;
    }
}
