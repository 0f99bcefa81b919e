package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.OrganisationEntry;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.platform.Forbidden;

/// A partner's own card by call, as far as its form goes; for the office, a new name from a day on.
@Component
class OrganisationsWriting implements Writing {

    private static final Set<String> FORM = Set.of(
            "name", "shortName", "website", "email", "phone", "street", "postcode", "city", "visibility", "renamedOn");

    private final Organisations organisations;
    private final DirectoryPermissions may;

    OrganisationsWriting(Organisations organisations, DirectoryPermissions may) {
        this.organisations = organisations;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.maintainAll(visitor));
        throw new Invalid(422, "renamedOn", "api.read-only");
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var organisation = new OrganisationId(id);
        var known = organisations.entry(organisation);
        Forbidden.unless(may.maintain(visitor, organisation));
        CardFields.allow(visitor, values, FORM);
        if (!FORM.containsAll(values.keySet())) throw new Invalid(422, "renamedOn", "api.renamed-alone");
        var before = known.entry();
        var name = new Sent(values).text("name", before.name());
        var entry = new OrganisationEntry(
                before.key(),
                name == null ? "" : name,
                before.groups(),
                before.area(),
                CardFields.joined(OrganisationField.class, before.fields(), values, OrganisationField::column),
                before.free(),
                CardFields.visibility(before.visibility(), values));
        var renamedOn = values.get("renamedOn") instanceof LocalDate day ? day : null;
        organisations.revise(organisation, known.version(), entry, renamedOn);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.maintainAll(visitor));
        organisations.remove(new OrganisationId(id));
    }
}
