package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.rounds.Outcomes;
import org.wirknetz.rounds.RoundsPermissions;

/// What is to come of a card or of a group of cards: a task, or a need of an organisation.
@Controller
class OutcomeController {

    private final JdbcClient db;
    private final Outcomes outcomes;
    private final RoundsPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    OutcomeController(JdbcClient db, Outcomes outcomes, RoundsPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.outcomes = outcomes;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// @param source a card or a group of them
    @GetMapping("/w/{network}/rounds/{round}/outcomes/{source}")
    ModelAndView show(Visitor visitor, @PathVariable UUID round, @PathVariable UUID source) {
        Forbidden.unless(may.lead(visitor));
        var from = outcomes.source(round, source);
        var page = RoundPage.of(db, round);
        return desk.page(
                "rounds/outcome",
                desk.say("rounds.outcome"),
                List.of(
                        new Crumb(desk.say("rounds.title"), visitor.base() + "/rounds"),
                        new Crumb(page.card().title(), visitor.base() + "/rounds/" + round),
                        Desk.here(desk.say("rounds.outcome"))),
                Map.of(
                        "source", from,
                        "organisations", organisations(),
                        "before",
                                outcomes.of(round).stream()
                                        .filter(it -> it.of().equals(source))
                                        .toList()));
    }

    private List<Choice> organisations() {
        return db.sql("""
                        select o.id::text as id, o.name from directory.organisation_card o
                         where o.network = platform.network() order by o.coordinator desc, platform.fold(o.name), o.id
                        """)
                .query((row, n) -> new Choice(row.getString("id"), row.getString("name"), false))
                .list();
    }

    @PostMapping("/w/{network}/rounds/{round}/outcomes/{source}/need")
    String need(
            Visitor visitor,
            @PathVariable UUID round,
            @PathVariable UUID source,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        outcomes.need(outcomes.source(round, source), organisation, title, desk.today());
        return redirects.done(request, visitor.base() + "/rounds/" + round, "rounds.outcome.need-made", title.strip());
    }

    /// @param organisation nothing: it lies with the office
    @PostMapping("/w/{network}/rounds/{round}/outcomes/{source}/task")
    String task(
            Visitor visitor,
            @PathVariable UUID round,
            @PathVariable UUID source,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        outcomes.task(outcomes.source(round, source), organisation, title, day(due), desk.today());
        return redirects.done(request, visitor.base() + "/rounds/" + round, "rounds.outcome.task-made", title.strip());
    }

    private @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) return null;
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isBefore(desk.today())) throw new Refused("rounds.last-day-passed");
            return day;
        } catch (DateTimeParseException noDay) {
            throw new Refused("rounds.no-day", typed.length() > 80 ? typed.substring(0, 80) : typed);
        }
    }
}
