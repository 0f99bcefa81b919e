package org.wirknetz.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Agreements;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Circle;
import org.wirknetz.agreements.CooperationForm;
import org.wirknetz.agreements.Terms;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Forbidden;

/// Agreements by call: drafted, revised, offered, ended, discarded. Signing needs a person at the page.
@Component
class AgreementsWriting implements Writing {

    private final Agreements agreements;
    private final AgreementsPermissions may;

    AgreementsWriting(Agreements agreements, AgreementsPermissions may) {
        this.agreements = agreements;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        if (values.containsKey("standing")) throw new Invalid(422, "standing", "api.read-only");
        if (values.containsKey("endedOn")) throw new Invalid(422, "endedOn", "api.read-only");
        var parties = parties(values, List.of());
        Forbidden.unless(may.negotiate(visitor, ids(parties)));
        return agreements.draft(terms(values, null), parties).value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = agreements.read(new AgreementId(id));
        Forbidden.unless(may.negotiate(visitor, ids(known.parties())));
        if (values.get("endedOn") instanceof LocalDate day) {
            Forbidden.unless(may.steer(visitor, ids(known.parties())));
            agreements.end(known.id(), day, text(values, "endReason", ""));
            return;
        }
        var parties = parties(values, known.parties());
        Forbidden.unless(may.negotiate(visitor, ids(parties)));
        int version = known.version();
        if (values.keySet().stream().anyMatch(it -> !it.equals("standing"))) {
            agreements.revise(known.id(), version++, terms(values, known.terms()), parties);
        }
        if ("OFFERED".equals(values.get("standing"))) {
            Forbidden.unless(may.steer(visitor, ids(parties)));
            agreements.offer(known.id(), version);
        }
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        var known = agreements.read(new AgreementId(id));
        Forbidden.unless(may.steer(visitor, ids(known.parties())));
        agreements.discard(known.id());
    }

    private Terms terms(Map<String, @Nullable Object> values, @Nullable Terms known) {
        var form = values.containsKey("form") || known == null ? values.get("form") : known.form();
        return new Terms(
                text(values, "title", known == null ? "" : known.title()),
                form == null ? null : CooperationForm.valueOf(form.toString()),
                number(values, "binding", known == null ? 2 : known.binding()),
                yes(values, "leadership", known != null && known.leadership()),
                yes(values, "professional", known != null && known.professional()),
                yes(values, "operational", known != null && known.operational()),
                text(values, "purpose", known == null ? "" : known.purpose()),
                day(values, "validFrom", known == null ? null : known.from()),
                day(values, "validTo", known == null ? null : known.to()),
                number(values, "noticeMonths", known == null ? 0 : known.noticeMonths()),
                Circle.valueOf(text(
                        values,
                        "visibility",
                        known == null ? "PARTIES" : known.circle().name())),
                text(values, "body", known == null ? "" : known.body()));
    }

    private static List<OrganisationId> parties(Map<String, @Nullable Object> values, List<OrganisationId> known) {
        if (!(values.get("parties") instanceof String json)) return known;
        return Bodies.MAPPER
                .readTree(json)
                .valueStream()
                .map(it -> new OrganisationId(UUID.fromString(it.stringValue())))
                .toList();
    }

    private static List<UUID> ids(List<OrganisationId> parties) {
        return parties.stream().map(OrganisationId::value).toList();
    }

    private static String text(Map<String, @Nullable Object> values, String name, String otherwise) {
        if (!values.containsKey(name)) return otherwise;
        return values.get(name) instanceof String text ? text : "";
    }

    private static int number(Map<String, @Nullable Object> values, String name, int otherwise) {
        return values.get(name) instanceof Integer number ? number : otherwise;
    }

    private static boolean yes(Map<String, @Nullable Object> values, String name, boolean otherwise) {
        return values.get(name) instanceof Boolean yes ? yes : otherwise;
    }

    private static @Nullable LocalDate day(
            Map<String, @Nullable Object> values, String name, @Nullable LocalDate otherwise) {
        if (!values.containsKey(name)) return otherwise;
        return values.get(name) instanceof LocalDate day ? day : null;
    }
}
