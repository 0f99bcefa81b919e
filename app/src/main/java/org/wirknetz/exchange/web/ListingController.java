package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.ListingId;
import org.wirknetz.exchange.Listings;
import org.wirknetz.exchange.Sort;
import org.wirknetz.exchange.Visibility;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One need, offer or interest: publish, correct, end, withdraw. What fits it, says [ListingShowController].
@Controller
class ListingController {

    private static final int TOPICS = 500;

    private final JdbcClient db;
    private final Listings listings;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final Redirects redirects;

    ListingController(
            JdbcClient db, Listings listings, ExchangePermissions may, ExchangeDesk desk, Redirects redirects) {
        this.db = db;
        this.listings = listings;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping({"/w/{network}/needs/new", "/w/{network}/offers/new", "/w/{network}/interests/new"})
    ModelAndView blank(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.publishSomething(visitor));
        var usual = usual(ListingsController.shelf(visitor, request));
        return page(visitor, usual, null, ListingForm.of(given, usual), List.of());
    }

    @PostMapping({"/w/{network}/needs", "/w/{network}/offers", "/w/{network}/interests"})
    Object publish(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.publishSomething(visitor));
        var usual = usual(ListingsController.shelf(visitor, request));
        var form = ListingForm.of(given, usual);
        var problems = form.problems(desk, true);
        if (!problems.isEmpty()) return desk.again(page(visitor, usual, null, form, problems));
        var organisation = ExchangeDesk.id(form.organisation());
        if (organisation == null) throw new NotFound();
        Forbidden.unless(may.publish(visitor, organisation));
        var id = listings.publish(organisation, form.terms(usual));
        return redirects.done(
                request, visitor.base() + "/" + usual.shelf() + "/" + id.value(), "exchange.listing.published");
    }

    @GetMapping({
        "/w/{network}/needs/{listing}/edit",
        "/w/{network}/offers/{listing}/edit",
        "/w/{network}/interests/{listing}/edit"
    })
    ModelAndView edit(Visitor visitor, @PathVariable UUID listing) {
        var row = mine(visitor, listing);
        return page(visitor, row.as(), row, ListingForm.of(row, desk), List.of());
    }

    @PostMapping({"/w/{network}/needs/{listing}", "/w/{network}/offers/{listing}", "/w/{network}/interests/{listing}"})
    Object correct(
            Visitor visitor,
            @PathVariable UUID listing,
            @RequestParam int version,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var row = mine(visitor, listing);
        var form = ListingForm.of(given, row.as());
        var problems = form.problems(desk, false);
        if (!problems.isEmpty()) return desk.again(page(visitor, row.as(), row, form, problems));
        listings.correct(new ListingId(listing), version, form.terms(row.as()));
        return redirects.done(request, path(visitor, row), "exchange.listing.corrected");
    }

    @PostMapping({
        "/w/{network}/needs/{listing}/end",
        "/w/{network}/offers/{listing}/end",
        "/w/{network}/interests/{listing}/end"
    })
    String end(Visitor visitor, @PathVariable UUID listing, HttpServletRequest request) {
        var row = mine(visitor, listing);
        listings.end(new ListingId(listing));
        return redirects.done(request, path(visitor, row), "exchange.listing.settled");
    }

    @PostMapping({
        "/w/{network}/needs/{listing}/withdrawal",
        "/w/{network}/offers/{listing}/withdrawal",
        "/w/{network}/interests/{listing}/withdrawal"
    })
    String withdraw(Visitor visitor, @PathVariable UUID listing, HttpServletRequest request) {
        var row = mine(visitor, listing);
        listings.withdraw(new ListingId(listing));
        return redirects.done(request, visitor.base() + "/" + row.as().shelf(), "exchange.listing.withdrawn");
    }

    private ListingRows.Row mine(Visitor visitor, UUID listing) {
        Forbidden.unless(may.publishSomething(visitor));
        var row = ListingRows.one(db, listing);
        Forbidden.unless(may.publish(visitor, row.organisation()));
        return row;
    }

    private static String path(Visitor visitor, ListingRows.Row row) {
        return visitor.base() + "/" + row.as().shelf() + "/" + row.id();
    }

    private static Sort usual(String shelf) {
        return switch (shelf) {
            case "needs" -> Sort.NEED;
            case "offers" -> Sort.OFFER;
            default -> Sort.INTEREST;
        };
    }

    private ModelAndView page(
            Visitor visitor, Sort usual, ListingRows.@Nullable Row row, ListingForm form, List<Problem> problems) {
        var shelf = usual.shelf();
        var title = row == null ? desk.say("exchange." + shelf + ".new") : row.title();
        var list = new Crumb(desk.say("exchange." + shelf + ".title"), visitor.base() + "/" + shelf);
        var page = new ListingPage(
                row,
                shelf,
                title,
                form,
                problems,
                row == null ? organisations(visitor, form.organisation()) : List.of(),
                Arrays.stream(Sort.values())
                        .filter(it -> it.shelf().equals(shelf))
                        .map(it -> new Choice(
                                it.name(),
                                desk.say("exchange.sort." + it),
                                it.name().equals(form.sort())))
                        .toList(),
                areas(form.area()),
                Arrays.stream(Visibility.values())
                        .map(it -> new Choice(
                                it.name(),
                                desk.say("exchange.visibility." + it),
                                it.name().equals(form.visibility())))
                        .toList(),
                Stream.of("FOR", "AGAINST")
                        .map(it -> new Choice(it, desk.say("exchange.stance." + it), it.equals(form.stance())))
                        .toList(),
                ListingRows.topics(db, TOPICS),
                visitor.base() + "/" + shelf + (row == null ? "" : "/" + row.id()),
                row == null ? visitor.base() + "/" + shelf : path(visitor, row));
        return desk.page("listing-form", title, List.of(list, ExchangeDesk.here(title)), Map.of("page", page));
    }

    private List<Choice> organisations(Visitor visitor, String chosen) {
        var own = Partners.own(visitor);
        var mine = Partners.all(db).stream()
                .filter(it -> visitor.isOffice() || own.contains(it.id()))
                .toList();
        var choices = mine.stream()
                .map(it -> new Choice(
                        it.id().toString(), it.name(), it.id().toString().equals(chosen)));
        if (mine.size() == 1) return choices.toList();
        return Stream.concat(Stream.of(new Choice("", desk.say("exchange.choose"), chosen.isEmpty())), choices)
                .toList();
    }

    private List<Choice> areas(String chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", desk.say("exchange.listing.anywhere"), chosen.isEmpty())),
                        ListingRows.areas(db).stream()
                                .map(it -> new Choice(
                                        it.id().toString(),
                                        it.name(),
                                        it.id().toString().equals(chosen))))
                .toList();
    }
}
