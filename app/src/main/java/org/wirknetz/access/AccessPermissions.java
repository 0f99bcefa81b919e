package org.wirknetz.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may let others in, and see who is in.
@Component
public class AccessPermissions implements PermissionSentences {

    /// The whole list of those who have a seat, with their roles.
    public boolean seeMembers(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Who may what, as a table.
    public boolean seeRights(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Opens the page from which people are invited.
    public boolean invite(Visitor visitor) {
        return visitor.isOffice() || visitor.is(Role.PARTNER_ADMIN);
    }

    /// The office invites anybody; a partner's admin invites staff of the own organisation and nobody else.
    public boolean invite(Visitor visitor, Role role, @Nullable UUID organisation) {
        if (visitor.isOffice()) return true;
        return role == Role.PARTNER_STAFF && organisation != null && visitor.administers(organisation);
    }

    /// Which roles must have a second factor.
    public boolean requireFactors(Visitor visitor) {
        return visitor.isOffice();
    }

    public boolean changeSeats(Visitor visitor) {
        return visitor.isOffice();
    }

    /// A partner's admin may end the seat of the own organisation's staff.
    public boolean removeSeat(Visitor visitor, Role role, @Nullable UUID organisation) {
        return invite(visitor, role, organisation);
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("access.may.see-members", Role.OFFICE),
                Sentence.of("access.may.see-rights", Role.OFFICE),
                Sentence.of("access.may.invite-anybody", Role.OFFICE),
                Sentence.of("access.may.require-factors", Role.OFFICE),
                new Sentence(
                        "access.may.invite-staff",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN),
                        "access.only.own-organisation"),
                Sentence.of("access.may.change-seats", Role.OFFICE),
                new Sentence(
                        "access.may.remove-staff",
                        Set.of(Role.OFFICE, Role.PARTNER_ADMIN),
                        "access.only.own-organisation"),
                Sentence.of("access.may.undo-any", Role.OFFICE),
                Sentence.of(
                        "access.may.undo-own", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER));
    }
}
