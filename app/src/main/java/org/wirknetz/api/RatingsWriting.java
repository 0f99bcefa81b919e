package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Criteria;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.platform.Forbidden;

/// How far the network is with a criterion, by call. What was said once is not said otherwise: it is removed, or said
/// anew.
@Component
class RatingsWriting implements Writing {

    private final Criteria criteria;
    private final EqualityPermissions may;
    private final Clock clock;

    RatingsWriting(Criteria criteria, EqualityPermissions may, Clock clock) {
        this.criteria = criteria;
        this.may = may;
        this.clock = clock;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var sent = new Sent(values);
        var today = LocalDate.now(clock);
        var criterion = Objects.requireNonNull(sent.id("criterion", null));
        return criteria.rate(
                criterion,
                criteria.plan(criterion).version(),
                Objects.requireNonNull(sent.number("level", null)),
                Objects.requireNonNullElse(sent.day("ratedOn", null), today),
                today);
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        throw new Invalid(422, values.keySet().iterator().next(), "api.rating.fixed");
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        criteria.unrate(id);
    }
}
