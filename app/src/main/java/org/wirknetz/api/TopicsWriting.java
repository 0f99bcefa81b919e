package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Topics;
import org.wirknetz.platform.Forbidden;

/// Topics somebody is to answer for, by call.
@Component
class TopicsWriting implements Writing {

    private final Topics topics;
    private final EqualityPermissions may;
    private final Clock clock;

    TopicsWriting(Topics topics, EqualityPermissions may, Clock clock) {
        this.topics = topics;
        this.may = may;
        this.clock = clock;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        return topics.add(new Sent(values).text("title", null), LocalDate.now(clock));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var known = topics.require(id);
        topics.rename(id, known.version(), new Sent(values).text("title", known.title()));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        topics.remove(id);
    }
}
