package org.wirknetz.platform.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.platform.WirknetzSettings;
import org.wirknetz.platform.Words;

/// Imprint, privacy and accessibility: what the program can truthfully say of itself, and what its operator adds.
@Controller
class LegalController {

    private final WirknetzSettings settings;
    private final Words words;

    LegalController(WirknetzSettings settings, Words words) {
        this.settings = settings;
        this.words = words;
    }

    @GetMapping("/legal/imprint")
    ModelAndView imprint(Locale locale) throws IOException {
        return page("imprint", locale);
    }

    @GetMapping("/legal/privacy")
    ModelAndView privacy(Locale locale) throws IOException {
        return page("privacy", locale);
    }

    @GetMapping("/legal/accessibility")
    ModelAndView accessibility(Locale locale) throws IOException {
        return page("accessibility", locale);
    }

    private ModelAndView page(String name, Locale asked) throws IOException {
        var locale = Words.closest(asked);
        return new ModelAndView(
                "platform/legal",
                Map.of(
                        "name",
                        name,
                        "title",
                        words.say(locale, "layout." + name),
                        "text",
                        LegalText.read(settings.data(), name, locale.getLanguage())));
    }
}
