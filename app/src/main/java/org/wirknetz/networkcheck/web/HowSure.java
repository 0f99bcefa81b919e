package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;

/// How much of what is said has been said by both sides.
record HowSure(Telling telling) {

    Block words() {
        boolean shown = telling.found().pairs() > 0;
        long sure = telling.found().pairs() - telling.found().oneSided();
        return new Block(
                        "confirmed",
                        telling.say("networkcheck.words.title"),
                        telling.found().pairs() == 0
                                ? telling.say("networkcheck.words.none")
                                : telling.say(
                                        "networkcheck.words.sentence",
                                        sure,
                                        telling.found().pairs()),
                        telling.found().pairs() == 0
                                ? null
                                : telling.say(
                                        "networkcheck.of", sure, telling.found().pairs()),
                        null,
                        shown ? telling.history(Tally.CONFIRMED) : null,
                        how(),
                        telling.missing(),
                        List.of(),
                        List.of(new Link(
                                telling.say("networkcheck.words.next"), telling.base() + "/ties?confirmed=one")))
                .beside(shown ? new Comparing(telling).of(Tally.CONFIRMED) : CheckPage.Compared.NOTHING);
    }

    private List<String> how() {
        var how = new ArrayList<>(telling.how("words", telling.found()));
        how.add(1, telling.say("networkcheck.words.course"));
        return how;
    }
}
