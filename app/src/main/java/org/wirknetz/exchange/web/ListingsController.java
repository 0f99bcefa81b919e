package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Sort;
import org.wirknetz.exchange.web.ListingRows.Question;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;

/// The lists of needs, offers and interests.
@Controller
class ListingsController {

    private final JdbcClient db;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;

    ListingsController(JdbcClient db, ExchangePermissions may, ExchangeDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    /// `needs`, `offers` or `interests`, read from the address.
    static String shelf(Visitor visitor, HttpServletRequest request) {
        var rest = request.getRequestURI().substring(visitor.base().length() + 1);
        return rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
    }

    @GetMapping({"/w/{network}/needs", "/w/{network}/offers", "/w/{network}/interests"})
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.seeListings(visitor));
        var shelf = shelf(visitor, request);
        var question = question(shelf, given);
        var found = ListingRows.page(db, question);
        var title = desk.say("exchange." + shelf + ".title");
        var page = new ListingsPage(
                shelf,
                title,
                desk.say("exchange." + shelf + ".sentence", found.total()),
                found.rows(),
                question.q(),
                filters(visitor, shelf, question),
                new Paging(
                        question.page(),
                        Question.SIZE,
                        found.total(),
                        address(visitor, shelf, question, question.standing())),
                may.publishSomething(visitor),
                may.keepTerms(visitor),
                found.total() == 0
                        && question.q().isEmpty()
                        && question.standing().equals("now"));
        return desk.page("listings", title, List.of(ExchangeDesk.here(title)), Map.of("page", page));
    }

    private Question question(String shelf, Map<String, String> given) {
        var q = given.getOrDefault("q", "").strip();
        var page = given.getOrDefault("page", "1");
        return new Question(
                Arrays.stream(Sort.values())
                        .filter(it -> it.shelf().equals(shelf))
                        .map(Sort::name)
                        .toList(),
                q.length() > 100 ? q.substring(0, 100) : q,
                given.getOrDefault("standing", "").equals("past") ? "past" : "now",
                ExchangeDesk.id(given.get("organisation")),
                desk.today(),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    private List<Filter> filters(Visitor visitor, String shelf, Question question) {
        return List.of(new Filter(
                "",
                desk.say("exchange.listings.standing." + question.standing()),
                question.standing().equals("past"),
                Stream.of("now", "past")
                        .map(it -> new Filter.Option(
                                desk.say("exchange.listings.standing." + it),
                                address(visitor, shelf, question, it),
                                it.equals(question.standing())))
                        .toList(),
                null));
    }

    private static String address(Visitor visitor, String shelf, Question question, String standing) {
        var address = UriComponentsBuilder.fromPath(visitor.base() + "/" + shelf);
        if (!question.q().isEmpty()) address.queryParam("q", question.q());
        if (!standing.equals("now")) address.queryParam("standing", standing);
        if (question.organisation() != null) address.queryParam("organisation", question.organisation());
        return address.build().encode().toUriString();
    }
}
