package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Patience;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.Intake;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;

/// Answering once without a name, with a slip: no account, and nothing is written of who came or when.
@Controller
public class SlipController {

    private final Intake intake;
    private final Definitions definitions;
    private final Patience patience;
    private final Desk desk;

    SlipController(Intake intake, Definitions definitions, Patience patience, Desk desk) {
        this.intake = intake;
        this.definitions = definitions;
        this.patience = patience;
        this.desk = desk;
    }

    @GetMapping("/n/{network}/equality/{secret}")
    ModelAndView show(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        secrecy(response);
        var slip = read(secret, request);
        var definition = definitions.of(slip.definition());
        return desk.page(
                "equality/slip",
                definition.title().in(desk.locale()),
                List.of(),
                Map.of("slip", slip, "definition", definition, "path", "/n/" + network + "/equality/" + secret));
    }

    @PostMapping("/n/{network}/equality/{secret}")
    ModelAndView answer(
            @PathVariable String network,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        secrecy(response);
        read(secret, request);
        intake.answer(secret, answer);
        return desk.page("equality/answered", desk.say("equality.slip.thanks"), List.of(), Map.of());
    }

    /// The address is the key: no other site may learn it from a link, and no search engine.
    private static void secrecy(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /// Whoever tries addresses waits longer and longer.
    private Intake.Slip read(String secret, HttpServletRequest request) {
        var slip = intake.read(secret);
        if (slip.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("equality", client.subnet(), client);
            throw new NotFound();
        }
        return slip.get();
    }
}
