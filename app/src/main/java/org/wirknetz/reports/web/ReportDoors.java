package org.wirknetz.reports.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.reports.ReportsPermissions;

/// The page of reports in the room Netzwerk-Check.
@Component
class ReportDoors extends PageDoor {

    ReportDoors(ReportsPermissions may) {
        super("networkcheck", 72, 1034, "reports.page", "/check/report", may::read);
    }
}
