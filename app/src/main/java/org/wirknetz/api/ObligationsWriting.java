package org.wirknetz.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Agreements;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Duty;
import org.wirknetz.agreements.Evidence;
import org.wirknetz.agreements.ObligationId;
import org.wirknetz.agreements.Obligations;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Forbidden;

/// Duties by call: named, changed, done, taken out.
@Component
class ObligationsWriting implements Writing {

    private static final Set<String> OF_THE_DEED = Set.of("doneOn", "evidence", "link");

    private final Obligations obligations;
    private final Agreements agreements;
    private final AgreementsPermissions may;

    ObligationsWriting(Obligations obligations, Agreements agreements, AgreementsPermissions may) {
        this.obligations = obligations;
        this.agreements = agreements;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var agreement = new AgreementId(UUID.fromString(String.valueOf(values.get("agreement"))));
        requireInside(visitor, agreement);
        if (values.keySet().stream().anyMatch(OF_THE_DEED::contains)) throw new Invalid(422, "doneOn", "api.read-only");
        return obligations.add(agreement, duty(values, null)).value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = obligations.require(new ObligationId(id));
        if (values.containsKey("agreement")) throw new Invalid(422, "agreement", "api.read-only");
        if (values.get("doneOn") instanceof LocalDate day) {
            Forbidden.unless(may.negotiate(visitor, List.of(known.organisation())));
            obligations.fulfil(
                    new ObligationId(id), day, new Evidence(text(values, "evidence"), text(values, "link"), null));
            return;
        }
        requireInside(visitor, new AgreementId(known.agreement()));
        obligations.change(new ObligationId(id), known.version(), duty(values, known));
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        var known = obligations.require(new ObligationId(id));
        requireInside(visitor, new AgreementId(known.agreement()));
        obligations.remove(new ObligationId(id));
    }

    private void requireInside(Visitor visitor, AgreementId agreement) {
        var parties = agreements.read(agreement).parties();
        Forbidden.unless(may.negotiate(
                visitor, parties.stream().map(OrganisationId::value).toList()));
    }

    private static Duty duty(Map<String, @Nullable Object> values, Obligations.@Nullable Known known) {
        var person = values.containsKey("person") || known == null ? id(values.get("person")) : known.person();
        var due = values.containsKey("due") || known == null ? values.get("due") : known.due();
        var owner = values.containsKey("organisation") || known == null
                ? id(values.get("organisation"))
                : known.organisation();
        if (owner == null) throw new Invalid(422, "organisation", "api.missing");
        return new Duty(
                values.containsKey("title") || known == null ? text(values, "title") : known.title(),
                new OrganisationId(owner),
                person == null ? null : new PersonId(person),
                due instanceof LocalDate day ? day : null);
    }

    private static @Nullable UUID id(@Nullable Object value) {
        return value instanceof String text ? UUID.fromString(text) : null;
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        return values.get(name) instanceof String text ? text : "";
    }
}
