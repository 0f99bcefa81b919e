package org.wirknetz.agreements;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may read and write agreements. What somebody may not read, the database does not show either.
@Component
public class AgreementsPermissions implements PermissionSentences, TakingBack {

    /// The list; each finds there what is theirs or was made visible to them.
    public boolean enter(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    /// The office any; somebody of a partner one of their own.
    public boolean draft(Visitor visitor) {
        return visitor.isOffice()
                || visitor.seats().stream()
                        .anyMatch(seat -> seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF);
    }

    /// Text, comments, obligations: what stays among the parties and the office.
    public boolean negotiate(Visitor visitor, Collection<UUID> parties) {
        return visitor.isOffice() || parties.stream().anyMatch(visitor::worksFor);
    }

    /// Whoever works for no party here but takes part in a group signs where they have a mandate of a party.
    public boolean signWithMandate(Visitor visitor) {
        return visitor.is(Role.GROUP_MEMBER);
    }

    /// Offering, ending, renewing: the office, or an admin of a party, who speaks for it.
    public boolean steer(Visitor visitor, Collection<UUID> parties) {
        return visitor.isOffice() || parties.stream().anyMatch(visitor::administers);
    }

    @Override
    public String schema() {
        return "agreements";
    }

    /// Rows of agreements that are not theirs the database does not show them, so a change of such rows takes nothing
    /// back.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        return draft(visitor);
    }

    @Override
    public List<Sentence> sentences() {
        var partners = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF);
        return List.of(
                new Sentence("agreements.may.read", Set.of(Role.values()), "agreements.only.visible"),
                new Sentence("agreements.may.negotiate", partners, "agreements.only.parties"),
                new Sentence(
                        "agreements.may.sign",
                        Set.of(Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                        "agreements.only.mandate"),
                new Sentence(
                        "agreements.may.steer", Set.of(Role.OFFICE, Role.PARTNER_ADMIN), "agreements.only.parties"));
    }
}
