package org.wirknetz.agreements.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// The desk of the agreements: the way to their pages.
@Component
class AgreementsDesk extends Desk {

    AgreementsDesk(Words words, Clock clock) {
        super(words, clock, "agreements/");
    }

    Crumb agreements(Visitor visitor) {
        return new Crumb(say("agreements.title"), visitor.base() + "/agreements");
    }
}
