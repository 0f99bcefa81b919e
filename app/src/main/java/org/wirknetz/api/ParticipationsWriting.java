package org.wirknetz.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Sensitisations;
import org.wirknetz.platform.Forbidden;

/// Which organisation took part in what was done to make partners aware, by call.
@Component
class ParticipationsWriting implements Writing {

    private final Sensitisations sensitisations;
    private final EqualityPermissions may;
    private final Clock clock;

    ParticipationsWriting(Sensitisations sensitisations, EqualityPermissions may, Clock clock) {
        this.sensitisations = sensitisations;
        this.may = may;
        this.clock = clock;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var sent = new Sent(values);
        return sensitisations.add(
                Objects.requireNonNull(sent.id("sensitisation", null)),
                Objects.requireNonNull(sent.id("organisation", null)),
                LocalDate.now(clock));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        throw new Invalid(422, values.keySet().iterator().next(), "api.participation.fixed");
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        sensitisations.withdraw(id);
    }
}
