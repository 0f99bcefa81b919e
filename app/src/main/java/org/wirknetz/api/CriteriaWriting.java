package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Criteria;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.platform.Forbidden;

/// Criteria of the network's standard, by call: its own are added and removed, of all it is said who sees to them.
@Component
class CriteriaWriting implements Writing {

    private final Criteria criteria;
    private final EqualityPermissions may;
    private final Clock clock;

    CriteriaWriting(Criteria criteria, EqualityPermissions may, Clock clock) {
        this.criteria = criteria;
        this.may = may;
        this.clock = clock;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var sent = new Sent(values);
        var id = criteria.add(sent.text("title", null), LocalDate.now(clock));
        criteria.plan(id, criteria.plan(id).version(), sent.id("person", null), sent.day("reviewOn", null));
        return id;
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        if (values.containsKey("title")) throw new Invalid(422, "title", "api.criterion.fixed");
        var known = criteria.plan(id);
        var sent = new Sent(values);
        criteria.plan(id, known.version(), sent.id("person", known.person()), sent.day("reviewOn", known.reviewOn()));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        criteria.remove(id);
    }
}
