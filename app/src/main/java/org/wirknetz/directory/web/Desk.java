package org.wirknetz.directory.web;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;

/// The desk of the directory: the way to its pages.
@Component
class Desk extends org.wirknetz.platform.web.Desk {

    Desk(Words words, Clock clock) {
        super(words, clock, "directory/");
    }

    Crumb partners(Visitor visitor) {
        return new Crumb(say("room.partners"), visitor.base() + "/organisations");
    }
}
