package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.MandateId;
import org.wirknetz.directory.MandateKind;
import org.wirknetz.directory.Mandates;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Forbidden;

/// What people do in the network for a partner, by call of its admin: begun, given a deputy, ended.
@Component
class MandatesWriting implements Writing {

    private final Mandates mandates;
    private final DirectoryPermissions may;

    MandatesWriting(Mandates mandates, DirectoryPermissions may) {
        this.mandates = mandates;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var post = PositionsWriting.Post.of(values);
        var sent = new Sent(values);
        var kind = sent.text("kind", null);
        var deputy = sent.id("deputy", null);
        Forbidden.unless(may.place(visitor, post.person(), post.organisation()));
        var mandate = mandates.open(
                post.person(),
                post.organisation(),
                kind == null ? MandateKind.REPRESENTS : MandateKind.valueOf(kind),
                post.function(),
                post.level(),
                post.from(),
                post.to());
        if (deputy != null) mandates.appointDeputy(mandate, new PersonId(deputy));
        return mandate.value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var mandate = new MandateId(id);
        Forbidden.unless(may.maintain(visitor, mandates.organisation(mandate)));
        CardFields.allow(visitor, values, Set.of("deputy", "validTo"));
        if (values.containsKey("deputy")) {
            var deputy = new Sent(values).id("deputy", null);
            if (deputy == null) mandates.dismissDeputy(mandate);
            else mandates.appointDeputy(mandate, new PersonId(deputy));
        }
        if (!values.containsKey("validTo")) return;
        if (!(values.get("validTo") instanceof LocalDate end)) throw new Invalid(403, "validTo", "api.office-only");
        mandates.end(mandate, end);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.maintainAll(visitor));
        mandates.withdraw(new MandateId(id));
    }
}
