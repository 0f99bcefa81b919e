package org.wirknetz.agreements.web;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Forbidden;

/// Opens an agreement for a visitor: what they may not read is not there for them (the database sees to that); what
/// they
/// may read but not touch is forbidden.
@Component
class AgreementDoor {

    private final JdbcClient db;
    private final AgreementsPermissions may;
    private final AgreementsDesk desk;

    AgreementDoor(JdbcClient db, AgreementsPermissions may, AgreementsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    AgreementPage open(Visitor visitor, UUID agreement) {
        Forbidden.unless(may.enter(visitor));
        var page = AgreementPage.of(db, agreement, desk.today());
        return page.seenBy(may.negotiate(visitor, page.organisations()), may.steer(visitor, page.organisations()));
    }

    AgreementPage openInside(Visitor visitor, UUID agreement) {
        var page = open(visitor, agreement);
        Forbidden.unless(page.inner());
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
