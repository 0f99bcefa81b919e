package org.wirknetz.platform.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.platform.Words;

/// What can be done in the rooms that this visitor sees, task by task. Whoever may not enter never gets here.
@Controller
class HelpController {

    private final Words words;

    HelpController(Words words) {
        this.words = words;
    }

    @GetMapping("/w/{network}/help")
    ModelAndView help(Locale asked) {
        var title = words.say(Words.closest(asked), "help.title");
        return new ModelAndView("platform/help")
                .addObject("title", title)
                .addObject("crumbs", List.of(new Crumb(title, "")));
    }
}
