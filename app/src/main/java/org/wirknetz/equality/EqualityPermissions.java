package org.wirknetz.equality;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who reads what is published, who counts, who leads. The database holds to the same, and lets nobody read
/// counts.
@Component
public class EqualityPermissions implements PermissionSentences, TakingBack {

    private final JdbcClient db;

    EqualityPermissions(JdbcClient db) {
        this.db = db;
    }

    /// Reads what was published: everybody with a seat, funders too.
    public boolean see(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    /// Sees that something is being collected.
    public boolean seeCollections(Visitor visitor) {
        return visitor.isInside();
    }

    /// Enters the numbers of an organisation: its own people; the office for those who tell it on paper.
    public boolean count(Visitor visitor, UUID organisation) {
        return visitor.isOffice() || visitor.worksFor(organisation);
    }

    /// Says something of oneself.
    public boolean declare(Visitor visitor) {
        return visitor.isInside();
    }

    /// Begins, closes, publishes, checks the protection.
    public boolean lead(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Writes down what an instrument was adapted to and how a trial went: the office, and the organisation that owns
    /// it.
    ///
    /// @param owner null where no organisation does
    public boolean adapt(Visitor visitor, @Nullable UUID owner) {
        return visitor.isOffice() || owner != null && visitor.worksFor(owner);
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("equality.may.see", Role.values()),
                new Sentence(
                        "equality.may.count",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF),
                        "access.only.own-organisation"),
                Sentence.of(
                        "equality.may.declare", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                new Sentence(
                        "equality.may.adapt",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF),
                        "equality.only.owned-instruments"),
                Sentence.of("equality.may.lead", Role.OFFICE));
    }

    @Override
    public String schema() {
        return "equality";
    }

    /// Owners of an instrument take back what they wrote of it; everything else is the office's.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        if (!row.table().equals("equality.adaptation") && !row.table().equals("equality.exemption")) return false;
        var instrument = row.references().get("instrument");
        return instrument != null
                && db.sql("select organisation from equality.instrument where id = ? and organisation is not null")
                        .param(instrument)
                        .query(UUID.class)
                        .optional()
                        .filter(owner -> adapt(visitor, owner))
                        .isPresent();
    }
}
