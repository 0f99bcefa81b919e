package org.wirknetz.agreements.web;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Signatures;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Forbidden;

/// Opens an agreement for a visitor: what they may not read is not there for them (the database sees to that); what
/// they
/// may read but not touch is forbidden.
@Component
class AgreementDoor {

    private final JdbcClient db;
    private final AgreementsPermissions may;
    private final Signatures signatures;
    private final Accounts accounts;
    private final AgreementsDesk desk;

    AgreementDoor(
            JdbcClient db, AgreementsPermissions may, Signatures signatures, Accounts accounts, AgreementsDesk desk) {
        this.db = db;
        this.may = may;
        this.signatures = signatures;
        this.accounts = accounts;
        this.desk = desk;
    }

    AgreementPage open(Visitor visitor, UUID agreement) {
        Forbidden.unless(may.enter(visitor));
        var page = AgreementPage.of(db, agreement, desk.today());
        boolean negotiates = may.negotiate(visitor, page.organisations());
        return page.seenBy(
                negotiates || signs(visitor, agreement), negotiates, may.steer(visitor, page.organisations()));
    }

    /// Who takes part in a group and represents a party today signs for it, without a seat there.
    private boolean signs(Visitor visitor, UUID agreement) {
        return may.signWithMandate(visitor)
                && !signatures
                        .signers(new AgreementId(agreement), email(visitor), desk.today())
                        .isEmpty();
    }

    String email(Visitor visitor) {
        return accounts.require(visitor.account()).email();
    }

    /// To read what is written among the parties.
    AgreementPage openToRead(Visitor visitor, UUID agreement) {
        var page = open(visitor, agreement);
        Forbidden.unless(page.inner());
        return page;
    }

    AgreementPage openInside(Visitor visitor, UUID agreement) {
        var page = open(visitor, agreement);
        Forbidden.unless(page.negotiates());
        return page;
    }

    AgreementPage openToSteer(Visitor visitor, UUID agreement) {
        var page = open(visitor, agreement);
        Forbidden.unless(page.steers());
        return page;
    }

    List<UUID> ids(List<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }
}
