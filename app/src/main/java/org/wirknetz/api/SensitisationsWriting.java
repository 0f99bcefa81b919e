package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Sensitisations;
import org.wirknetz.equality.Sensitisations.Kind;
import org.wirknetz.platform.Forbidden;

/// What is done to make partners aware, by call.
@Component
class SensitisationsWriting implements Writing {

    private final Sensitisations sensitisations;
    private final EqualityPermissions may;

    SensitisationsWriting(Sensitisations sensitisations, EqualityPermissions may) {
        this.sensitisations = sensitisations;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var sent = new Sent(values);
        return sensitisations.plan(
                Kind.valueOf(Objects.requireNonNull(sent.text("kind", null))),
                sent.text("title", null),
                Objects.requireNonNull(sent.day("heldOn", null)));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var known = sensitisations.require(id);
        var sent = new Sent(values);
        sensitisations.change(
                id,
                known.version(),
                Kind.valueOf(Objects.requireNonNullElse(
                        sent.text("kind", known.kind().name()), known.kind().name())),
                sent.text("title", known.title()),
                Objects.requireNonNullElse(sent.day("heldOn", known.heldOn()), known.heldOn()));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        sensitisations.remove(id);
    }
}
