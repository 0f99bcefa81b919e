package org.wirknetz.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;

/// Who may move whole lists.
@Component
public class TransferPermissions implements PermissionSentences {

    public boolean importLists(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Everything of a network at once, personal data included.
    public boolean exportNetwork(Visitor visitor) {
        return visitor.isOffice();
    }

    @Override
    public List<Sentence> sentences() {
        return List.of(
                Sentence.of("transfer.may.import", Role.OFFICE), Sentence.of("transfer.may.export", Role.OFFICE));
    }
}
