package org.wirknetz.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import org.wirknetz.platform.web.Problem;
import org.wirknetz.surveys.Link;
import org.wirknetz.surveys.Responses;

/// Answering by a personal link, without an account. Opening it changes nothing, since mail scanners open every
/// address; nothing is written of who came or when.
@Controller
public class LinkController {

    private final Responses responses;
    private final Patience patience;
    private final Desk desk;

    LinkController(Responses responses, Patience patience, Desk desk) {
        this.responses = responses;
        this.patience = patience;
        this.desk = desk;
    }

    /// What it is for, who will see what, what can be taken back.
    @GetMapping("/n/{network}/surveys/{secret}")
    ModelAndView before(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = read(secret, request, response);
        if (opened.isEmpty()) return gone();
        return desk.page(
                "surveys/before",
                opened.get().title(),
                List.of(),
                Map.of("opened", opened.get(), "path", path(network, secret)));
    }

    @GetMapping("/n/{network}/surveys/{secret}/answers")
    Object questions(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = read(secret, request, response);
        if (opened.isEmpty()) return gone();
        if (opened.get().answered() || !opened.get().open()) return "redirect:" + path(network, secret);
        return questions(network, secret, opened.get(), Map.of(), List.of());
    }

    private ModelAndView questions(
            String network, String secret, Responses.Opened opened, Map<String, String> given, List<Problem> problems) {
        return desk.page(
                "surveys/answers",
                opened.title(),
                List.of(),
                Map.of(
                        "opened",
                        opened,
                        "questions",
                        responses.questions(new Link(secret)).stream()
                                .filter(Responses.Question::statement)
                                .toList(),
                        "given",
                        given,
                        "problems",
                        problems,
                        "path",
                        path(network, secret)));
    }

    /// Pressed twice it counts once: the second leads to the same thanks.
    @PostMapping("/n/{network}/surveys/{secret}/answers")
    Object answer(
            @PathVariable String network,
            @PathVariable String secret,
            @RequestParam Map<String, String> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = read(secret, request, response);
        if (opened.isEmpty()) return gone();
        if (opened.get().answered() || !opened.get().open()) return "redirect:" + path(network, secret);
        var answers = answers(secret, given);
        if (!given.containsKey("consent") || answers.isEmpty()) {
            var problem = given.containsKey("consent")
                    ? new Problem("answers", desk.say("surveys.nothing-answered"))
                    : new Problem("consent", desk.say("surveys.consent-missing"));
            return desk.again(questions(network, secret, opened.get(), given, List.of(problem)));
        }
        responses.answer(new Link(secret), answers);
        return "redirect:" + path(network, secret);
    }

    private Map<UUID, Integer> answers(String secret, Map<String, String> given) {
        var answers = new HashMap<UUID, Integer>();
        for (var question : responses.questions(new Link(secret))) {
            var said = given.get("q-" + question.id());
            if (!question.statement() || said == null || said.isEmpty()) continue;
            if (!said.matches("[0-5]")) throw new NotFound();
            answers.put(question.id(), Integer.parseInt(said));
        }
        return answers;
    }

    @GetMapping("/n/{network}/surveys/{secret}/ties")
    Object ties(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = read(secret, request, response);
        if (opened.isEmpty()) return gone();
        if (!opened.get().asksTies() || !opened.get().open()) return "redirect:" + path(network, secret);
        return ties(network, secret, opened.get(), responses.partners(new Link(secret)), "");
    }

    private ModelAndView ties(
            String network, String secret, Responses.Opened opened, List<Responses.Partner> partners, String problem) {
        var link = new Link(secret);
        return desk.page(
                "surveys/ties",
                opened.title(),
                List.of(),
                Map.of(
                        "opened",
                        opened,
                        "wording",
                        responses.questions(link).stream()
                                .filter(it -> !it.statement())
                                .map(it -> it.in(desk.locale()))
                                .findFirst()
                                .orElse(""),
                        "partners",
                        partners,
                        "problem",
                        problem,
                        "path",
                        path(network, secret)));
    }

    @PostMapping("/n/{network}/surveys/{secret}/ties")
    Object tell(
            @PathVariable String network,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String speaker,
            @RequestParam(defaultValue = "") Set<UUID> named,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = read(secret, request, response);
        if (opened.isEmpty()) return gone();
        if (!opened.get().open()) return "redirect:" + path(network, secret);
        if (!speaker.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            return desk.again(ties(
                    network,
                    secret,
                    opened.get(),
                    responses.partners(new Link(secret)).stream()
                            .map(it -> it.naming(named.contains(it.organisation())))
                            .toList(),
                    desk.say("surveys.which-own")));
        responses.tell(new Link(secret), UUID.fromString(speaker), named);
        return "redirect:" + path(network, secret);
    }

    @PostMapping("/n/{network}/surveys/{secret}/ties/removal")
    Object takeBack(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (read(secret, request, response).isEmpty()) return gone();
        responses.takeBack(new Link(secret));
        return "redirect:" + path(network, secret);
    }

    private static String path(String network, String secret) {
        return "/n/" + network + "/surveys/" + secret;
    }

    /// The address is the key: no other site may learn it from a link, and no search engine. Whoever tries addresses
    /// waits longer and longer.
    private Optional<Responses.Opened> read(String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
        var opened = responses.read(new Link(secret));
        if (opened.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("surveys", client.subnet(), client);
        }
        return opened;
    }

    private ModelAndView gone() {
        var page = desk.page("surveys/gone", desk.say("surveys.gone.title"), List.of(), Map.of());
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
