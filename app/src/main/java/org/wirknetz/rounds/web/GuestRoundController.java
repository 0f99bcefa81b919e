package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Patience;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.rounds.Cards;
import org.wirknetz.rounds.GuestDoor;

/// Answering without an account, by the secret address of a round. Guests see the questions, never what
/// others wrote.
@Controller
public class GuestRoundController {

    private final GuestDoor door;
    private final Cards cards;
    private final Patience patience;
    private final Desk desk;
    private final Redirects redirects;

    GuestRoundController(GuestDoor door, Cards cards, Patience patience, Desk desk, Redirects redirects) {
        this.door = door;
        this.cards = cards;
        this.patience = patience;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/n/{network}/rounds/{secret}")
    ModelAndView show(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        secrecy(response);
        var letter = read(secret, request);
        return desk.page(
                "rounds/guest",
                letter.title(),
                List.of(),
                Map.of(
                        "letter",
                        letter,
                        "questions",
                        door.questions(secret),
                        "path",
                        "/n/" + network + "/rounds/" + secret));
    }

    @PostMapping("/n/{network}/rounds/{secret}")
    String write(
            @PathVariable String network,
            @PathVariable String secret,
            @RequestParam UUID question,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        secrecy(response);
        read(secret, request);
        cards.writeAsGuest(GuestDoor.hash(secret), question, body, name);
        return redirects.told(request, "/n/" + network + "/rounds/" + secret, "rounds.guest.thanks");
    }

    /// The address is the key: no other site may learn it from a link, and no search engine. The origin has
    /// to go along, or a browser sends forms without one and they count as foreign.
    private static void secrecy(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    /// Whoever tries addresses waits longer and longer.
    private GuestDoor.Letter read(String secret, HttpServletRequest request) {
        var letter = door.read(secret);
        if (letter.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("round", client.subnet(), client);
            throw new NotFound();
        }
        return letter.get();
    }
}
