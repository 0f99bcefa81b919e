package org.wirknetz.networkcheck.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;

/// How to read this: every measure in plain words.
@Controller
class ReadingController {

    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    ReadingController(NetworkcheckPermissions may, CheckDesk desk) {
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/reading")
    ModelAndView reading(Visitor visitor) {
        Forbidden.unless(may.seeCheck(visitor));
        var title = desk.say("networkcheck.reading.title");
        return desk.page(
                "reading",
                title,
                List.of(desk.check(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        new ReadingPage(Arrays.stream(Chapter.values())
                                .map(it -> new ReadingPage.Part(it, Reading.of(it, desk)))
                                .toList())));
    }
}
