package org.wirknetz.networkcheck.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.alarms.Saying;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// The desk of the network check: the way to its pages.
@Component
class CheckDesk extends Desk implements Saying {

    CheckDesk(Words words, Clock clock) {
        super(words, clock, "networkcheck/");
    }

    @Override
    public String day(LocalDate day) {
        return date(day);
    }

    Crumb check(Visitor visitor) {
        return new Crumb(say("room.networkcheck"), visitor.base() + "/check");
    }

    Crumb ties(Visitor visitor) {
        return new Crumb(say("networkcheck.ties.title"), visitor.base() + "/ties");
    }
}
