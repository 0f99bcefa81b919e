package org.wirknetz.equality;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;

/// Who reads what is published, who counts, who leads. The database holds to the same, and lets nobody read
/// counts.
@Component
public class EqualityPermissions implements PermissionSentences {

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
                Sentence.of("equality.may.lead", Role.OFFICE));
    }
}
