package org.wirknetz.api;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;

/// What the network lives on, by call.
@Component
class FundingWriting implements Writing {

    private final Funds funds;
    private final NetworkcheckPermissions may;

    FundingWriting(Funds funds, NetworkcheckPermissions may) {
        this.funds = funds;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.seeFunding(visitor));
        var sent = new Sent(values);
        return funds.add(
                Objects.requireNonNull(sent.text("source", null)),
                Objects.requireNonNull(sent.decimal("amount", null)),
                sent.yes("public", false),
                sent.day("validFrom", null),
                sent.day("validTo", null));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.seeFunding(visitor));
        var known = funds.require(id);
        var sent = new Sent(values);
        funds.change(new Funds.Line(
                id,
                Objects.requireNonNullElse(sent.text("source", known.source()), ""),
                Objects.requireNonNullElse(sent.decimal("amount", known.amount()), known.amount()),
                sent.yes("public", known.publicly()),
                sent.day("validFrom", known.from()),
                sent.day("validTo", known.to())));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.seeFunding(visitor));
        funds.remove(id);
    }
}
