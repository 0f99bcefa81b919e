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

/// What shows that a criterion is lived, by call. It is removed, or added anew.
@Component
class EvidenceWriting implements Writing {

    private final Criteria criteria;
    private final EqualityPermissions may;
    private final Clock clock;

    EvidenceWriting(Criteria criteria, EqualityPermissions may, Clock clock) {
        this.criteria = criteria;
        this.may = may;
        this.clock = clock;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var sent = new Sent(values);
        var today = LocalDate.now(clock);
        return criteria.prove(
                Objects.requireNonNull(sent.id("criterion", null)),
                sent.text("title", null),
                sent.text("address", null),
                Objects.requireNonNullElse(sent.day("evidenceOn", null), today),
                today);
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        throw new Invalid(422, values.keySet().iterator().next(), "api.evidence.fixed");
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        criteria.unprove(id);
    }
}
