package org.wirknetz.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Level;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.PositionId;
import org.wirknetz.directory.Positions;
import org.wirknetz.platform.Forbidden;

/// What people are at a partner, by call of its admin: begun for whoever works there already, and ended.
@Component
class PositionsWriting implements Writing {

    private final Positions positions;
    private final DirectoryPermissions may;

    PositionsWriting(Positions positions, DirectoryPermissions may) {
        this.positions = positions;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        var post = Post.of(values);
        Forbidden.unless(may.place(visitor, post.person(), post.organisation()));
        return positions
                .open(post.person(), post.organisation(), post.function(), post.level(), post.from(), post.to())
                .value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var position = new PositionId(id);
        Forbidden.unless(may.maintain(visitor, positions.organisation(position)));
        CardFields.allow(visitor, values, Set.of("validTo"));
        if (!(values.get("validTo") instanceof LocalDate end)) throw new Invalid(403, "validTo", "api.office-only");
        positions.end(position, end);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.maintainAll(visitor));
        positions.withdraw(new PositionId(id));
    }

    /// What positions and mandates have in common in a call.
    record Post(
            PersonId person,
            OrganisationId organisation,
            String function,
            @Nullable Level level,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static Post of(Map<String, @Nullable Object> values) {
            var sent = new Sent(values);
            var function = sent.text("function", null);
            var level = sent.text("level", null);
            return new Post(
                    new PersonId(UUID.fromString(String.valueOf(values.get("person")))),
                    new OrganisationId(UUID.fromString(String.valueOf(values.get("organisation")))),
                    function == null ? "" : function,
                    level == null ? null : Level.valueOf(level),
                    sent.day("validFrom", null),
                    sent.day("validTo", null));
        }
    }
}
