package org.wirknetz.rounds;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;

/// Who asks, who answers, who sorts. The database holds to the same.
@Component
public class RoundsPermissions implements PermissionSentences {

    /// Reads rounds that are or were open.
    public boolean see(Visitor visitor) {
        return visitor.isInside();
    }

    /// Writes cards, rates and sets dots.
    public boolean answer(Visitor visitor) {
        return visitor.isInside();
    }

    /// Drafts, opens, sorts, closes and carries on: the office.
    public boolean lead(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of(
                        "rounds.may.answer", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                Sentence.of("rounds.may.lead", Role.OFFICE));
    }
}
