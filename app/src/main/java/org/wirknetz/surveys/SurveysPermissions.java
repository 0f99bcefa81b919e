package org.wirknetz.surveys;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;

/// Who reads results, who asks. Single answers nobody reads; the database holds to the same.
@Component
public class SurveysPermissions implements PermissionSentences {

    /// Reads what closed waves found, and that one is running.
    public boolean see(Visitor visitor) {
        return visitor.isInside();
    }

    /// Writes the questionnaire, invites, opens, closes: the office.
    public boolean lead(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("surveys.may.see", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                Sentence.of("surveys.may.lead", Role.OFFICE));
    }
}
