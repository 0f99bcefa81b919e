package org.wirknetz.networkcheck.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.HoursBand;
import org.wirknetz.networkcheck.MembershipValue;

/// The sums of the statement in words, and the sheet of paper they stand on. Each line names its source.
@Component
class MembershipPaper {

    /// More would not stay on one page; the page on the screen lists all.
    private static final int PRODUCTS = 6;

    private final CheckDesk desk;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    MembershipPaper(CheckDesk desk) {
        this.desk = desk;
    }

    List<MembershipLine> lines(MembershipValue value) {
        return List.of(
                new MembershipLine(
                        "received",
                        desk.say("networkcheck.membership.received"),
                        desk.say(
                                "networkcheck.membership.favours",
                                value.received().size(),
                                hours(value.hoursReceived())),
                        desk.say("networkcheck.membership.source.confirmed"),
                        value.received().size()),
                new MembershipLine(
                        "given",
                        desk.say("networkcheck.membership.given"),
                        desk.say(
                                "networkcheck.membership.favours", value.given().size(), hours(value.hoursGiven())),
                        desk.say("networkcheck.membership.source.confirmed"),
                        value.given().size()),
                new MembershipLine(
                        "introductions",
                        desk.say("networkcheck.membership.introductions"),
                        desk.say(
                                "networkcheck.membership.introductions.value",
                                value.introductions().size(),
                                value.helped()),
                        desk.say("networkcheck.membership.source.office"),
                        value.introductions().size()),
                new MembershipLine(
                        "products",
                        desk.say("networkcheck.membership.products"),
                        desk.say(
                                "networkcheck.membership.products.value",
                                value.products().size()),
                        desk.say("networkcheck.membership.source.products"),
                        value.products().size()),
                new MembershipLine(
                        "agreements",
                        desk.say("networkcheck.membership.agreements"),
                        desk.say(
                                "networkcheck.membership.agreements.value",
                                value.agreements().size(),
                                value.bids()),
                        desk.say("networkcheck.membership.source.agreements"),
                        value.agreements().size()));
    }

    /// "12 Stunden" where all are counted, else "8 bis 20 Stunden".
    String hours(HoursBand band) {
        if (band.exact()) return desk.say("networkcheck.membership.hours", number(band.low()));
        return desk.say("networkcheck.membership.hours.between", number(band.low()), number(band.high()));
    }

    private String number(double number) {
        var format = NumberFormat.getNumberInstance(desk.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    String html(String name, String network, MembershipValue value) {
        var page = new StringOutput();
        var products = value.products().stream()
                .filter(it -> it.low() != null && it.high() != null)
                .limit(PRODUCTS)
                .map(it -> desk.say(
                        "networkcheck.membership.product.more",
                        it.name(),
                        it.low() == null ? 0 : it.low(),
                        it.high() == null ? 0 : it.high(),
                        it.outcome() == null ? "" : it.outcome(),
                        it.sources() == null ? "" : it.sources()))
                .toList();
        engine.render(
                "org/wirknetz/networkcheck/web/membership-paper.jte",
                Map.of(
                        "language",
                        desk.locale().getLanguage(),
                        "title",
                        desk.say("networkcheck.membership.title", name, value.year()),
                        "lead",
                        desk.say("networkcheck.membership.paper.lead", network, desk.date(desk.today())),
                        "columns",
                        List.of(
                                desk.say("networkcheck.membership.column.what"),
                                desk.say("networkcheck.membership.column.value"),
                                desk.say("networkcheck.membership.column.source")),
                        "lines",
                        lines(value),
                        "together",
                        desk.say("networkcheck.membership.together"),
                        "products",
                        products,
                        "notes",
                        List.of(
                                desk.say("networkcheck.membership.how"),
                                desk.say("networkcheck.membership.missing", value.undated()))),
                page);
        return page.toString();
    }
}
