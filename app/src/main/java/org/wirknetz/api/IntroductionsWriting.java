package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.IntroductionId;
import org.wirknetz.exchange.Introductions;
import org.wirknetz.platform.Forbidden;

/// Introductions by call: drafted, and answered for once they are sent. The mail itself is read by a person and sent
/// from the page.
@Component
class IntroductionsWriting implements Writing {

    private final Introductions introductions;
    private final ExchangePermissions may;

    IntroductionsWriting(Introductions introductions, ExchangePermissions may) {
        this.introductions = introductions;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.introduce(visitor));
        if (values.containsKey("state")) throw new Invalid(422, "state", "api.read-only");
        var sent = new Sent(values);
        return introductions
                .draft(
                        Objects.requireNonNull(sent.id("need", null)),
                        Objects.requireNonNull(sent.id("offer", null)),
                        NewslettersWriting.line(values.get("subject")),
                        Objects.requireNonNullElse(sent.text("body", ""), ""))
                .value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.introduce(visitor));
        for (var field : values.keySet())
            if (!field.equals("state")) throw new Invalid(422, field, "api.introduction.fixed");
        var helped = "HELPED".equals(values.get("state"));
        if (!helped && !"NOTHING".equals(values.get("state")))
            throw new Invalid(422, "state", "api.not-one-of", "HELPED, NOTHING");
        introductions.settle(new IntroductionId(id), helped);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        throw new Forbidden();
    }
}
