package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Role;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.rounds.Cards;
import org.wirknetz.rounds.RoundId;
import org.wirknetz.rounds.RoundsPermissions;

/// Answering: cards, ratings, dots. There is nothing to take back here but one's own card: nobody may know
/// whose word it was.
@Controller
class CardsController {

    private final JdbcClient db;
    private final Cards cards;
    private final RoundsPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    CardsController(JdbcClient db, Cards cards, RoundsPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.cards = cards;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/rounds/{round}/cards")
    String write(
            Visitor visitor,
            @PathVariable UUID round,
            @RequestParam UUID question,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request) {
        Forbidden.unless(may.answer(visitor));
        var page = RoundPage.of(db, round);
        if (page.questions().stream().noneMatch(it -> it.id().equals(question)))
            throw new org.wirknetz.platform.NotFound();
        cards.write(question, body, page.card().anonymous() ? null : worksAt(visitor));
        return redirects.told(
                request,
                path(visitor, round) + "#q-" + question,
                page.card().anonymous() ? "rounds.card.laid-anonymously" : "rounds.card.laid");
    }

    /// The one organisation somebody works for; nobody in particular where there are several or none.
    private static @Nullable UUID worksAt(Visitor visitor) {
        var own = visitor.seats().stream()
                .filter(it -> it.role() == Role.PARTNER_ADMIN || it.role() == Role.PARTNER_STAFF)
                .map(Visitor.Seat::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return own.size() == 1 ? own.getFirst() : null;
    }

    /// The office any card, whoever wrote one under their name their own: the database looks whose it is.
    @PostMapping("/w/{network}/rounds/{round}/cards/{card}/removal")
    String withdraw(Visitor visitor, @PathVariable UUID round, @PathVariable UUID card, HttpServletRequest request) {
        Forbidden.unless(may.answer(visitor));
        cards.withdraw(new RoundId(round), card);
        return visitor.isOffice()
                ? redirects.done(request, path(visitor, round), "rounds.card.withdrawn")
                : redirects.told(request, path(visitor, round), "rounds.card.withdrawn");
    }

    @PostMapping("/w/{network}/rounds/{round}/ratings")
    String rate(
            Visitor visitor,
            @PathVariable UUID round,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.answer(visitor));
        var page = RoundPage.of(db, round);
        var ratings = new ArrayList<Cards.Rating>();
        for (var question : page.questions()) {
            var important = given.getOrDefault("importance-" + question.id(), "");
            var stands = given.getOrDefault("standing-" + question.id(), "");
            if (important.isEmpty() && stands.isEmpty()) continue;
            if (important.isEmpty() || stands.isEmpty()) throw new Refused("rounds.rate-both", question.wording());
            ratings.add(new Cards.Rating(
                    question.id(),
                    scale(important),
                    scale(stands),
                    given.getOrDefault("comment-" + question.id(), "")));
        }
        cards.rate(new RoundId(round), ratings, page.card().anonymous() ? null : worksAt(visitor));
        return redirects.told(request, path(visitor, round), "rounds.rated");
    }

    private static int scale(String typed) {
        return typed.matches("\\d") ? Integer.parseInt(typed) : 0;
    }

    @GetMapping("/w/{network}/rounds/{round}/dots")
    ModelAndView dots(Visitor visitor, @PathVariable UUID round) {
        Forbidden.unless(may.answer(visitor));
        var page = RoundPage.of(db, round);
        return desk.page(
                "rounds/dots",
                desk.say("rounds.dots.set"),
                List.of(
                        new Crumb(desk.say("rounds.title"), visitor.base() + "/rounds"),
                        new Crumb(page.card().title(), path(visitor, round)),
                        Desk.here(desk.say("rounds.dots.set"))),
                Map.of("page", page));
    }

    @PostMapping("/w/{network}/rounds/{round}/dots")
    String vote(
            Visitor visitor,
            @PathVariable UUID round,
            @RequestParam(name = "target", required = false) @Nullable List<UUID> targets,
            HttpServletRequest request) {
        Forbidden.unless(may.answer(visitor));
        cards.vote(new RoundId(round), targets == null ? List.of() : targets);
        return redirects.told(request, path(visitor, round), "rounds.voted");
    }

    private static String path(Visitor visitor, UUID round) {
        return visitor.base() + "/rounds/" + round;
    }
}
