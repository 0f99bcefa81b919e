package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.rounds.Clusters;
import org.wirknetz.rounds.RoundsPermissions;

/// The board on which the office sorts cards: by ticks and a choice, without a mouse and without script;
/// dragging does the same.
@Controller
class BoardController {

    private final JdbcClient db;
    private final Clusters clusters;
    private final RoundsPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    BoardController(JdbcClient db, Clusters clusters, RoundsPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.clusters = clusters;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/rounds/{round}/board")
    ModelAndView show(Visitor visitor, @PathVariable UUID round) {
        Forbidden.unless(may.lead(visitor));
        var page = RoundPage.of(db, round);
        return desk.page(
                "rounds/board",
                desk.say("rounds.board"),
                List.of(
                        new Crumb(desk.say("rounds.title"), visitor.base() + "/rounds"),
                        new Crumb(page.card().title(), visitor.base() + "/rounds/" + round),
                        Desk.here(desk.say("rounds.board"))),
                Map.of("page", page));
    }

    /// @param into a group, or nothing to take the cards out of theirs
    /// @param fresh the name of a new group; it goes before `into`
    @PostMapping("/w/{network}/rounds/{round}/questions/{question}/sorting")
    String sort(
            Visitor visitor,
            @PathVariable UUID round,
            @PathVariable UUID question,
            @RequestParam(name = "card", required = false) @Nullable List<UUID> cards,
            @RequestParam(required = false) @Nullable UUID into,
            @RequestParam(defaultValue = "") String fresh,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        require(RoundPage.of(db, round).questions().stream().map(RoundPage.Question::id), question);
        var chosen = cards == null ? List.<UUID>of() : cards;
        if (fresh.isBlank()) clusters.move(question, chosen, into);
        else clusters.gather(question, chosen, fresh);
        return redirects.done(request, board(visitor, round) + "#q-" + question, "rounds.sorted", chosen.size());
    }

    @PostMapping("/w/{network}/rounds/{round}/clusters/{cluster}")
    String rename(
            Visitor visitor,
            @PathVariable UUID round,
            @PathVariable UUID cluster,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        require(RoundPage.of(db, round).clusters().stream().map(RoundPage.Cluster::id), cluster);
        clusters.rename(cluster, name);
        return redirects.done(request, board(visitor, round), "rounds.cluster.renamed");
    }

    @PostMapping("/w/{network}/rounds/{round}/clusters/{cluster}/removal")
    String dissolve(Visitor visitor, @PathVariable UUID round, @PathVariable UUID cluster, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        require(RoundPage.of(db, round).clusters().stream().map(RoundPage.Cluster::id), cluster);
        clusters.dissolve(cluster);
        return redirects.done(request, board(visitor, round), "rounds.cluster.dissolved");
    }

    /// The part belongs to the round that the address names.
    private static void require(Stream<UUID> parts, UUID part) {
        if (parts.noneMatch(part::equals)) throw new NotFound();
    }

    private static String board(Visitor visitor, UUID round) {
        return visitor.base() + "/rounds/" + round + "/board";
    }
}
