package org.wirknetz.api;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.NotFound;

/// All resources there are. Who may what is asked of the permissions of the rooms, the same that the pages ask.
@Component
class Resources {

    private final List<Resource> all;

    Resources(List<RoomResources> rooms) {
        all = rooms.stream()
                .flatMap(room -> room.resources().stream())
                .sorted(Comparator.comparing(Resource::name))
                .toList();
    }

    List<Resource> all() {
        return all;
    }

    Resource named(String name) {
        return all.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(NotFound::new);
    }
}
