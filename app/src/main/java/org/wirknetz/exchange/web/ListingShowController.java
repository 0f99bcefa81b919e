package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Sort;
import org.wirknetz.exchange.matching.Ask;
import org.wirknetz.exchange.matching.Match;
import org.wirknetz.exchange.matching.Matches;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;

/// Who could help, and why: for one listing, or for a question in a person's words.
@Controller
class ListingShowController {

    private static final int MOST = 10;
    private static final int ALLIES = 50;
    private static final int SETS = 5;
    private static final int ASKED = 300;

    private final JdbcClient db;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final Matches matches;
    private final MatchWords words;

    ListingShowController(
            JdbcClient db, ExchangePermissions may, ExchangeDesk desk, Matches matches, MatchWords words) {
        this.db = db;
        this.may = may;
        this.desk = desk;
        this.matches = matches;
        this.words = words;
    }

    @GetMapping({"/w/{network}/needs/{listing}", "/w/{network}/offers/{listing}", "/w/{network}/interests/{listing}"})
    ModelAndView show(Visitor visitor, @PathVariable UUID listing, HttpServletRequest request) {
        Forbidden.unless(may.seeListings(visitor));
        var row = ListingRows.one(db, listing);
        var shelf = row.as().shelf();
        if (!shelf.equals(ListingsController.shelf(visitor, request))) throw new NotFound();
        boolean over = row.over(desk.today());
        var found = over ? List.<Match>of() : matches.of(listing, row.as() == Sort.INTEREST ? ALLIES : MOST);
        var sets = over || row.as() != Sort.NEED
                ? List.<List<MatchWords.Line>>of()
                : matches.together(Ask.of(row.title()), SETS).stream()
                        .map(it -> it.parts().stream()
                                .map(part -> words.line(visitor, part))
                                .toList())
                        .toList();
        var page = new ListingShowPage(
                row,
                shelf,
                over
                        ? desk.say("exchange.listing.over")
                        : desk.say("exchange." + shelf + ".found", row.organisationName(), found.size()),
                found.stream().map(it -> words.line(visitor, it)).toList(),
                sets,
                row.as() == Sort.INTEREST ? coalition(visitor, row, found) : List.of(),
                row.as() == Sort.NEED && may.introduce(visitor),
                may.publish(visitor, row.organisation()),
                over,
                visitor.base() + "/" + shelf + "/" + row.id());
        var list = new Crumb(desk.say("exchange." + shelf + ".title"), visitor.base() + "/" + shelf);
        return desk.page("listing", row.title(), List.of(list, ExchangeDesk.here(row.title())), Map.of("page", page));
    }

    /// How many stand together, said to all; who stands against it, said to the office, before it disturbs (C8.1).
    private List<String> coalition(Visitor visitor, ListingRows.Row row, List<Match> found) {
        var ids = found.stream().map(Match::listing).toList();
        if (ids.isEmpty()) return List.of();
        var against = db.sql(
                        "select id from exchange.listing where network = platform.network() and id in (:ids) and stance <> :stance")
                .param("ids", ids)
                .param("stance", row.stance())
                .query(UUID.class)
                .set();
        long allies = found.stream()
                .filter(it -> !against.contains(it.listing()))
                .map(Match::organisation)
                .distinct()
                .count();
        var sentences = new ArrayList<String>();
        sentences.add(desk.say("exchange.interests.coalition", allies + 1));
        var opposed = found.stream()
                .filter(it -> against.contains(it.listing()))
                .map(Match::organisationName)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!opposed.isEmpty() && visitor.isOffice()) sentences.add(desk.say("exchange.interests.opposed", opposed));
        return sentences;
    }

    /// "Wer hat Räume und eine IHK-Prüferin, die Russisch spricht?"
    @GetMapping("/w/{network}/matches")
    ModelAndView ask(Visitor visitor, @RequestParam(defaultValue = "") String ask) {
        Forbidden.unless(may.seeListings(visitor));
        var text = ask.length() > ASKED ? ask.substring(0, ASKED) : ask;
        var asked = Ask.of(text);
        var together = asked.clauses().size() > 1
                ? matches.together(asked, SETS)
                : List.<org.wirknetz.exchange.matching.Together>of();
        var found = text.isBlank() ? List.<Match>of() : matches.asked(text, MOST);
        var page = new AskPage(
                text,
                text.isBlank()
                        ? desk.say("exchange.ask.help")
                        : desk.say("exchange.ask.sentence", together.size(), found.size()),
                asked.clauses(),
                together.stream()
                        .map(it -> it.parts().stream()
                                .map(part -> words.line(visitor, part))
                                .toList())
                        .toList(),
                found.stream().map(it -> words.line(visitor, it)).toList());
        var title = desk.say("exchange.ask");
        return desk.page("matches", title, List.of(ExchangeDesk.here(title)), Map.of("page", page));
    }
}
