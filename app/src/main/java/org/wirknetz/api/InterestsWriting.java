package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.platform.Forbidden;

/// Interests that the organisation behind the coordination office has laid open, by call.
@Component
class InterestsWriting implements Writing {

    private final Interests interests;
    private final NetworkcheckPermissions may;

    InterestsWriting(Interests interests, NetworkcheckPermissions may) {
        this.interests = interests;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.keepInterests(visitor));
        var sent = new Sent(values);
        return interests.add(
                Objects.requireNonNull(sent.text("about", null)),
                Objects.requireNonNullElse(sent.text("handling", ""), ""),
                sent.day("validFrom", null),
                sent.day("validTo", null));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.keepInterests(visitor));
        var known = interests.require(id);
        var sent = new Sent(values);
        interests.change(new Interests.Interest(
                id,
                known.version(),
                Objects.requireNonNullElse(sent.text("about", known.about()), ""),
                Objects.requireNonNullElse(sent.text("handling", known.handling()), ""),
                sent.day("validFrom", known.from()),
                sent.day("validTo", known.to())));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.keepInterests(visitor));
        interests.remove(id);
    }
}
