package org.wirknetz.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Agreements;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Negotiation;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Forbidden;

/// Comments in a negotiation by call. What was said stays as it was said.
@Component
class CommentsWriting implements Writing {

    private final Negotiation negotiation;
    private final Agreements agreements;
    private final AgreementsPermissions may;

    CommentsWriting(Negotiation negotiation, Agreements agreements, AgreementsPermissions may) {
        this.negotiation = negotiation;
        this.agreements = agreements;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var agreement = new AgreementId(UUID.fromString(String.valueOf(values.get("agreement"))));
        var speaker = values.get("organisation") instanceof String id ? UUID.fromString(id) : null;
        var parties = agreements.read(agreement).parties().stream()
                .map(OrganisationId::value)
                .toList();
        Forbidden.unless(may.negotiate(visitor, speaker == null ? parties : List.of(speaker)));
        Forbidden.unless(speaker == null ? visitor.isOffice() : visitor.worksFor(speaker));
        return negotiation.say(
                agreement,
                speaker == null ? null : new OrganisationId(speaker),
                values.get("body") instanceof String body ? body : "",
                Boolean.TRUE.equals(values.get("concession")));
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        throw new Forbidden();
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        throw new Forbidden();
    }
}
