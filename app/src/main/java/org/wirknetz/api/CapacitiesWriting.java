package org.wirknetz.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Capacities;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;

/// How much partners can give, by call: one for each organisation, said anew in the place of what was said.
@Component
class CapacitiesWriting implements Writing {

    private final Capacities capacities;
    private final NetworkcheckPermissions may;

    CapacitiesWriting(Capacities capacities, NetworkcheckPermissions may) {
        this.capacities = capacities;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var sent = new Sent(values);
        var organisation = Objects.requireNonNull(sent.id("organisation", null));
        Forbidden.unless(may.seeLoad(visitor, organisation));
        return capacities.say(
                organisation,
                Objects.requireNonNull(sent.decimal("hours", null)),
                per(sent, Capacities.Per.MONTH),
                sent.text("note", null));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = capacities.require(id);
        Forbidden.unless(may.seeLoad(visitor, known.organisation()));
        var sent = new Sent(values);
        if (!known.organisation().equals(sent.id("organisation", known.organisation())))
            throw new Invalid(422, "organisation", "api.read-only");
        capacities.say(
                known.organisation(),
                Objects.requireNonNullElse(sent.decimal("hours", known.hours()), BigDecimal.ZERO),
                per(sent, known.per()),
                sent.text("note", known.note()));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        var known = capacities.require(id);
        Forbidden.unless(may.seeLoad(visitor, known.organisation()));
        capacities.forget(known.organisation());
    }

    private static Capacities.Per per(Sent sent, Capacities.Per known) {
        var per = sent.text("per", null);
        return per == null ? known : Capacities.Per.valueOf(per);
    }
}
