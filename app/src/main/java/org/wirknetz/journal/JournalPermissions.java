package org.wirknetz.journal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;

/// Who may open the contact journal: the office, and nobody else. The database holds to the same.
@Component
public class JournalPermissions implements PermissionSentences {

    public boolean keep(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("journal.may.keep", Role.OFFICE),
                new Sentence("journal.may.notes", java.util.Set.of(Role.OFFICE), "journal.only.author"));
    }
}
