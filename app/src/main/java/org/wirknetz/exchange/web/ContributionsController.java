package org.wirknetz.exchange.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Suggestions;
import org.wirknetz.exchange.web.ContributionRows.Question;
import org.wirknetz.exchange.web.ContributionsPage.Suggested;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;

/// What was given and taken: to the office in the whole network, to partners in their own pairs.
@Controller
class ContributionsController {

    private static final int WAITING = 5;
    private static final int SUGGESTED = 3;
    private static final List<String> STATES = List.of("OPEN", "CONFIRMED", "DECLINED");

    private final JdbcClient db;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final Suggestions suggestions;

    ContributionsController(JdbcClient db, ExchangePermissions may, ExchangeDesk desk, Suggestions suggestions) {
        this.db = db;
        this.suggestions = suggestions;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/contributions")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.seeContributions(visitor));
        var question = question(given);
        var found = ContributionRows.page(db, question);
        var own = Partners.own(visitor);
        var page = new ContributionsPage(
                visitor.isOffice(),
                desk.say(
                        visitor.isOffice() ? "exchange.contributions.sentence" : "exchange.contributions.sentence.own",
                        found.total()),
                ContributionRows.waiting(db, own, WAITING),
                suggested(visitor, own),
                found.rows(),
                question.q(),
                question.state(),
                filters(visitor, question),
                new Paging(question.page(), Question.SIZE, found.total(), address(visitor, question, question.state())),
                found.total() == 0
                        && question.q().isEmpty()
                        && question.state().isEmpty()
                        && question.organisation() == null,
                own.size() == 1 ? visitor.base() + "/balances/" + own.getFirst() : visitor.base() + "/balances");
        return desk.page(
                "contributions",
                desk.say("exchange.contributions.title"),
                List.of(ExchangeDesk.here(desk.say("exchange.contributions.title"))),
                Map.of("page", page));
    }

    private List<Suggested> suggested(Visitor visitor, List<UUID> own) {
        var open = suggestions.open(visitor.isOffice() ? Set.of() : Set.copyOf(own)).stream()
                .limit(SUGGESTED)
                .toList();
        if (open.isEmpty()) return List.of();
        var names = Partners.all(db).stream().collect(Collectors.toMap(Partners.Named::id, Partners.Named::name));
        return open.stream()
                .map(it -> new Suggested(
                        it,
                        desk.say(
                                "exchange.suggest.line",
                                names.getOrDefault(it.giver(), ""),
                                names.getOrDefault(it.receiver(), ""))))
                .toList();
    }

    private static Question question(Map<String, String> given) {
        var q = given.getOrDefault("q", "").strip();
        var state = given.getOrDefault("state", "");
        var page = given.getOrDefault("page", "1");
        return new Question(
                q.length() > 100 ? q.substring(0, 100) : q,
                STATES.contains(state) ? state : "",
                ExchangeDesk.id(given.get("organisation")),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    private List<Filter> filters(Visitor visitor, Question question) {
        var options = new ArrayList<Filter.Option>();
        for (var state : STATES) {
            options.add(new Filter.Option(
                    desk.say("exchange.state." + state),
                    address(visitor, question, state),
                    state.equals(question.state())));
        }
        return List.of(new Filter(
                "",
                question.state().isEmpty()
                        ? desk.say("exchange.contributions.filter.state")
                        : desk.say("exchange.state." + question.state()),
                !question.state().isEmpty(),
                options,
                address(visitor, question, "")));
    }

    private static String address(Visitor visitor, Question question, String state) {
        var address = UriComponentsBuilder.fromPath(visitor.base() + "/contributions");
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", question.q());
        parameters.put("state", state);
        var organisation = question.organisation();
        parameters.put("organisation", organisation == null ? "" : organisation.toString());
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) address.queryParam(name, value);
        });
        return address.build().encode().toUriString();
    }
}
