package org.wirknetz.reports;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;

/// Who prepares reports, and who reads them. The database holds to the same.
@Component
public class ReportsPermissions implements PermissionSentences {

    /// Reads what was released: everybody with a seat, funders too.
    public boolean read(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    /// Writes, freezes, discards, releases; sees what is not released yet.
    public boolean prepare(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(Sentence.of("reports.may.read", Role.values()), Sentence.of("reports.may.prepare", Role.OFFICE));
    }
}
