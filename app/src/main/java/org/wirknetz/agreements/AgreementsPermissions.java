package org.wirknetz.agreements;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient db;

    AgreementsPermissions(JdbcClient db) {
        this.db = db;
    }

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

    /// Who negotiates takes back what was negotiated. Steps and removals of an agreement itself are taken back by those
    /// who may steer it: what it is bound by is not the word of one member of staff.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        if (row.table().equals("agreements.preference")) {
            return visitor.account().value().equals(row.references().get("account"));
        }
        boolean itself = row.table().equals("agreements.agreement");
        var agreement = itself ? row.record() : row.references().get("agreement");
        if (agreement == null) return false;
        var parties = parties(agreement);
        if (itself && steps(agreement)) return steer(visitor, parties);
        return negotiate(visitor, parties);
    }

    private List<UUID> parties(UUID agreement) {
        return db.sql("select organisation from agreements.party where agreement = ?")
                .param(agreement)
                .query(UUID.class)
                .list();
    }

    /// Offered, concluded or ended by now.
    private boolean steps(UUID agreement) {
        return db.sql("""
                        select coalesce(bool_or(offered_on is not null or concluded_on is not null or ended_on is not null), true)
                          from agreements.agreement where id = ?
                        """).param(agreement).query(Boolean.class).single();
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
