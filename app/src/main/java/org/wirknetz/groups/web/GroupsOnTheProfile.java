package org.wirknetz.groups.web;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.ProfilePart;

/// On the network's profile: the open groups that the whole network may know of, with what they are for. A group for
/// its
/// members alone stands on nobody's profile.
@Component
class GroupsOnTheProfile implements ProfilePart {

    private final JdbcClient db;

    GroupsOnTheProfile(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Body> bodies() {
        return GroupList.announced(db).stream()
                .map(it -> new Body(it.name(), it.purpose()))
                .toList();
    }
}
