package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Patience;
import org.wirknetz.directory.LettersToTheOffice;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.PublicPart;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// How to reach the office (C21.0): its card as far as it is public, and a form that needs no account and no script.
@Controller
class ContactController {

    private final Desk desk;
    private final PublicDirectory publicDirectory;
    private final PartnerCards cards;
    private final LettersToTheOffice letters;
    private final Patience patience;

    ContactController(
            Desk desk,
            PublicDirectory publicDirectory,
            PartnerCards cards,
            LettersToTheOffice letters,
            Patience patience) {
        this.desk = desk;
        this.publicDirectory = publicDirectory;
        this.cards = cards;
        this.letters = letters;
        this.patience = patience;
    }

    @GetMapping("/n/{network}/contact")
    ModelAndView show(HttpServletRequest request) {
        requireOpen();
        return form(request, ContactForm.blank());
    }

    private ModelAndView form(HttpServletRequest request, ContactForm form) {
        var sign = ProfileController.sign(request);
        return desk.page(
                "contact",
                desk.say("directory.contact.title"),
                List.of(),
                Map.of(
                        "form",
                        form,
                        "offices",
                        cards.offices(Sight.PUBLIC),
                        "profile",
                        publicDirectory.isOpen(PublicPart.PROFILE),
                        "path",
                        "/n/" + sign.slug()));
    }

    /// The card of the office to take along (vCard 4.0).
    @GetMapping("/n/{network}/contact.vcf")
    void card(HttpServletResponse response) throws IOException {
        requireOpen();
        cards.offices(Sight.PUBLIC).stream()
                .findFirst()
                .orElseThrow(NotFound::new)
                .writeTo(response);
    }

    @PostMapping("/n/{network}/contact")
    ModelAndView send(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String message) {
        requireOpen();
        var sign = ProfileController.sign(request);
        var typed = ContactForm.of(name, email, message, desk);
        if (!typed.problems().isEmpty()) return desk.again(form(request, typed));
        if (patience.ask(Patience.LETTERS, sign.slug(), Client.of(request)) instanceof Patience.Later(var wait)) {
            var page = form(request, typed.with(desk.say("directory.contact.too-many", Math.max(1, wait.toMinutes()))));
            response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
            page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return page;
        }
        try {
            Scope.of(Scope.current().requireNetwork()).run(() -> letters.send(typed.letter()));
        } catch (Refused refused) {
            return desk.again(form(request, typed.with(desk.say(refused.key(), refused.values()))));
        }
        return desk.page(
                "contact-sent",
                desk.say("directory.contact.sent.title"),
                List.of(),
                Map.of("back", "/n/" + sign.slug() + "/contact"));
    }

    /// @throws NotFound while the office has not opened it
    private void requireOpen() {
        if (!publicDirectory.isOpen(PublicPart.CONTACT)) throw new NotFound();
    }
}
