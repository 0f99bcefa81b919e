package org.wirknetz.exchange.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.Sort;
import org.wirknetz.exchange.matching.Match;
import org.wirknetz.exchange.matching.Reason;

/// Says why something is proposed, each reason as a sentence.
@Component
public class MatchWords {

    private final ExchangeDesk desk;

    MatchWords(ExchangeDesk desk) {
        this.desk = desk;
    }

    /// One proposal as pages show it.
    public record Line(
            String listing, String title, String href, String organisation, String sort, List<String> reasons) {}

    Line line(Visitor visitor, Match match) {
        var sort = Sort.valueOf(match.sort());
        return new Line(
                match.listing().toString(),
                match.title(),
                visitor.base() + "/" + sort.shelf() + "/" + match.listing(),
                match.organisationName(),
                desk.say("exchange.sort." + sort),
                match.reasons().stream().map(this::sentence).toList());
    }

    String sentence(Reason reason) {
        return switch (reason) {
            case Reason.SameTerms(var terms) -> desk.say("exchange.reason.same-terms", String.join(", ", terms));
            case Reason.NearTerms(var wanted, var there) -> desk.say("exchange.reason.near-terms", there, wanted);
            case Reason.SameWords(var words) -> desk.say("exchange.reason.same-words", String.join(", ", words));
            case Reason.SamePlace(var area) -> desk.say("exchange.reason.same-place", area);
            case Reason.OtherPlace(var area) -> desk.say("exchange.reason.other-place", area);
            case Reason.InTime() -> desk.say("exchange.reason.in-time");
            case Reason.Enough(var amount, var unit) -> desk.say("exchange.reason.enough", desk.amount(amount), unit);
            case Reason.PartOfIt(var amount, var unit) -> desk.say("exchange.reason.part", desk.amount(amount), unit);
            case Reason.Known(var times) -> desk.say("exchange.reason.known", times);
            case Reason.NewTie() -> desk.say("exchange.reason.new");
            case Reason.GivesBack() -> desk.say("exchange.reason.gives-back");
        };
    }
}
