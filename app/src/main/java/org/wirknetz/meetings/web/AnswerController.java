package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Patience;
import org.wirknetz.meetings.Answer;
import org.wirknetz.meetings.AnswerLinks;
import org.wirknetz.meetings.Answers;
import org.wirknetz.meetings.InvitationId;
import org.wirknetz.meetings.Invitations;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// The page of those who were invited and have no account: the address they were sent is their key. Opening it changes
/// nothing, since mail scanners open every address; a button says it.
@Controller
class AnswerController {

    private final JdbcClient db;
    private final AnswerLinks links;
    private final Answers answers;
    private final Invitations invitations;
    private final Patience patience;
    private final MeetingsDesk desk;

    AnswerController(
            JdbcClient db,
            AnswerLinks links,
            Answers answers,
            Invitations invitations,
            Patience patience,
            MeetingsDesk desk) {
        this.db = db;
        this.links = links;
        this.answers = answers;
        this.invitations = invitations;
        this.patience = patience;
        this.desk = desk;
    }

    @GetMapping("/answer/{secret}")
    ModelAndView show(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        return network(secret, request, response)
                .flatMap(it -> page(it, secret, answer, ""))
                .orElseGet(this::gone);
    }

    /// @param invitation another date of the same series, where one address answers for several
    @PostMapping("/answer/{secret}")
    ModelAndView answer(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable UUID invitation,
            @RequestParam(defaultValue = "") String representedBy,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request,
            HttpServletResponse response) {
        var network = network(secret, request, response);
        if (network.isEmpty()) return gone();
        var said = Arrays.stream(Answer.values())
                .filter(it -> it.name().equals(answer))
                .findFirst();
        if (said.isEmpty()) return problem(network.get(), secret, desk.say("meetings.answer.which"));
        try {
            boolean known = Scope.of(network.get()).call(() -> {
                var own = links.invitation(secret);
                if (own.isEmpty()) return false;
                var meant = invitation == null ? own.get() : AnswerPage.among(db, own.get(), invitation);
                answers.say(meant, said.get(), representedBy, comment, Answer.Way.LINK);
                invitations.reads(meant, desk.locale());
                return true;
            });
            return known ? new ModelAndView("redirect:/answer/" + secret) : gone();
        } catch (Refused refused) {
            return problem(network.get(), secret, desk.say(refused.key(), refused.values()));
        }
    }

    private ModelAndView problem(NetworkId network, String secret, String sentence) {
        return page(network, secret, "", sentence)
                .map(page -> {
                    page.setStatus(HttpStatus.CONFLICT);
                    return page;
                })
                .orElseGet(this::gone);
    }

    private Optional<ModelAndView> page(NetworkId network, String secret, String answer, String problem) {
        return Scope.of(network).call(() -> links.invitation(secret).map(it -> view(it, secret, answer, problem)));
    }

    private ModelAndView view(InvitationId invitation, String secret, String answer, String problem) {
        var page = AnswerPage.of(db, invitation, desk.now());
        return new ModelAndView(
                "meetings/answer",
                Map.of(
                        "title",
                        page.title(),
                        "page",
                        page,
                        "secret",
                        secret,
                        "leaning",
                        Arrays.stream(Answer.values()).anyMatch(it -> it.name().equals(answer)) ? answer : "",
                        "problem",
                        problem));
    }

    /// Who tries secrets out waits longer each time.
    private Optional<NetworkId> network(String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("X-Robots-Tag", "noindex");
        var network = links.network(secret);
        if (network.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("answer", client.subnet(), client);
        }
        return network;
    }

    private ModelAndView gone() {
        return new ModelAndView(
                "meetings/answer-gone", Map.of("title", desk.say("meetings.answer.gone.title")), HttpStatus.GONE);
    }
}
