package org.wirknetz.newsletter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may see and do what with newsletters and circulars. The database holds to the same.
@Component
public class NewsletterPermissions implements PermissionSentences, TakingBack {

    /// What has gone out, and what one gets oneself: everybody inside.
    public boolean see(Visitor visitor) {
        return visitor.isInside();
    }

    /// Issues, lists, who is on them, and sending.
    public boolean edit(Visitor visitor) {
        return visitor.isOffice();
    }

    /// Partners offer contributions, and see their own.
    public boolean contribute(Visitor visitor) {
        return visitor.isOffice()
                || visitor.seats().stream()
                        .anyMatch(seat -> seat.role() == Role.PARTNER_ADMIN || seat.role() == Role.PARTNER_STAFF);
    }

    /// @param organisation null for the office's own
    public boolean contribute(Visitor visitor, @Nullable UUID organisation) {
        return visitor.isOffice() || organisation != null && visitor.worksFor(organisation);
    }

    /// Circulars to all members are the office's; to one group also its lead's and deputy's.
    ///
    /// @param leads whether this visitor leads the group it goes to
    public boolean circulate(Visitor visitor, boolean leads) {
        return visitor.isOffice() || leads;
    }

    @Override
    public List<Sentence> sentences() {
        var partners = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF);
        var inside = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER);
        return List.of(
                Sentence.of(
                        "newsletter.may.see", Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER),
                new Sentence("newsletter.may.contribute", partners, "access.only.own-organisation"),
                Sentence.of("newsletter.may.edit", Role.OFFICE),
                Sentence.of("newsletter.may.see-subscribers", Role.OFFICE),
                new Sentence("newsletter.may.circulate", inside, "newsletter.only.leads"));
    }

    @Override
    public String schema() {
        return "newsletter";
    }

    /// Partners take back what they did with their own contributions, as long as nobody has taken them into
    /// an issue.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        return row.table().equals("newsletter.item")
                && row.references().get("issue") == null
                && contribute(visitor, row.references().get("organisation"));
    }
}
