package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.rounds.GuestDoor;
import org.wirknetz.rounds.Outcomes;
import org.wirknetz.rounds.RoundId;
import org.wirknetz.rounds.Rounds;
import org.wirknetz.rounds.RoundsPermissions;

/// One round: what was asked and answered, what it came to; open it, close it, take it away, let guests in.
@Controller
class RoundController {

    private final JdbcClient db;
    private final Rounds rounds;
    private final Outcomes outcomes;
    private final GuestDoor door;
    private final Doors doors;
    private final RoundsPermissions may;
    private final ResultSheets sheets;
    private final Desk desk;
    private final Redirects redirects;

    RoundController(
            JdbcClient db,
            Rounds rounds,
            Outcomes outcomes,
            GuestDoor door,
            Doors doors,
            RoundsPermissions may,
            ResultSheets sheets,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.rounds = rounds;
        this.outcomes = outcomes;
        this.door = door;
        this.doors = doors;
        this.may = may;
        this.sheets = sheets;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/rounds/{round}")
    ModelAndView show(Visitor visitor, @PathVariable UUID round) {
        Forbidden.unless(may.see(visitor));
        return page(visitor, round, "");
    }

    /// @param address for guests, where one was made just now
    private ModelAndView page(Visitor visitor, UUID round, String address) {
        var page = RoundPage.of(db, round);
        return desk.page(
                "rounds/round",
                page.card().title(),
                List.of(
                        new Crumb(desk.say("rounds.title"), visitor.base() + "/rounds"),
                        Desk.here(page.card().title())),
                Map.of("page", page, "leads", may.lead(visitor), "outcomes", outcomes.of(round), "address", address));
    }

    /// Everything that was answered, with groups and dots; of an anonymous round as little as the page shows.
    @GetMapping("/w/{network}/rounds/{round}/export")
    ResponseEntity<byte[]> export(Visitor visitor, @PathVariable UUID round, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var page = RoundPage.of(db, round);
        return Spreadsheet.of(visitor.slug() + "-round", given.get("format"), table -> sheets.write(table, page));
    }

    @GetMapping("/w/{network}/rounds/{round}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID round) {
        Forbidden.unless(may.lead(visitor));
        var page = RoundPage.of(db, round);
        return form(visitor, page, RoundForm.of(page.card(), page.questions()), List.of());
    }

    private ModelAndView form(Visitor visitor, RoundPage page, RoundForm form, List<Problem> problems) {
        var path = visitor.base() + "/rounds/" + page.card().id();
        return desk.page(
                "rounds/round-form",
                desk.say("rounds.edit-of", page.card().title()),
                List.of(
                        new Crumb(desk.say("rounds.title"), visitor.base() + "/rounds"),
                        new Crumb(page.card().title(), path),
                        Desk.here(desk.say("rounds.edit"))),
                Map.of(
                        "form", form,
                        "problems", problems,
                        "kinds", List.of(),
                        "action", path,
                        "back", path,
                        "opened", !page.card().state().equals("DRAFT")));
    }

    @PostMapping("/w/{network}/rounds/{round}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID round,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var page = RoundPage.of(db, round);
        var typed = RoundForm.of(given);
        // What was asked stays as it was asked; the form of an open round does not send it.
        var form = page.card().state().equals("DRAFT")
                ? typed
                : new RoundForm(
                        typed.version(),
                        typed.title(),
                        typed.intro(),
                        page.card().kind(),
                        page.card().anonymous(),
                        typed.dots(),
                        typed.closes(),
                        RoundForm.of(page.card(), page.questions()).questions());
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, page, form, problems));
        rounds.revise(new RoundId(round), form.version(), form.entry());
        return redirects.done(request, path(visitor, round), "rounds.saved", form.title());
    }

    @PostMapping("/w/{network}/rounds/{round}/opening")
    String open(Visitor visitor, @PathVariable UUID round, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        rounds.open(new RoundId(round), desk.today());
        return redirects.done(request, path(visitor, round), "rounds.opened");
    }

    @PostMapping("/w/{network}/rounds/{round}/closing")
    String close(Visitor visitor, @PathVariable UUID round, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        rounds.close(new RoundId(round), desk.today());
        return redirects.done(request, path(visitor, round), "rounds.closed");
    }

    @PostMapping("/w/{network}/rounds/{round}/removal")
    String remove(Visitor visitor, @PathVariable UUID round, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        rounds.remove(new RoundId(round));
        return redirects.done(request, visitor.base() + "/rounds", "rounds.removed");
    }

    /// Shown once: only its hash is kept.
    @PostMapping("/w/{network}/rounds/{round}/guest-door")
    ModelAndView letGuestsIn(Visitor visitor, @PathVariable UUID round) {
        Forbidden.unless(may.lead(visitor));
        var secret = door.issue(new RoundId(round));
        return page(visitor, round, doors.address("/n/" + visitor.slug() + "/rounds/" + secret));
    }

    @PostMapping("/w/{network}/rounds/{round}/guest-door/removal")
    String shut(Visitor visitor, @PathVariable UUID round, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        door.shut(new RoundId(round));
        return redirects.told(request, path(visitor, round), "rounds.door.shut");
    }

    private static String path(Visitor visitor, UUID round) {
        return visitor.base() + "/rounds/" + round;
    }
}
