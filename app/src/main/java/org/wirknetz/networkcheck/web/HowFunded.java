package org.wirknetz.networkcheck.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;
import org.wirknetz.platform.web.Sparkline;

/// What the network lives on, and how long (M6). For the office, which keeps the list.
///
/// @param lines all there are, for the years before
record HowFunded(Telling telling, Livelihood found, List<Funds.Line> lines) {

    private static final double HUNDRED = 100;
    private static final int QUARTERS = 12;

    Block block() {
        boolean some = !found.running().isEmpty();
        return new Block(
                "funding",
                telling.say("networkcheck.funded.title"),
                some ? sentence() : telling.say("networkcheck.funded.none"),
                some ? percent(found.funding().shortPublicShare()) : null,
                some
                        ? telling.say(
                                "networkcheck.funded.public",
                                percent(found.funding().publicShare()))
                        : null,
                some ? history() : null,
                how(some),
                List.of(telling.say("networkcheck.funded.missing")),
                found.running().stream().map(this::row).toList(),
                List.of(new Link(telling.say("networkcheck.funding.open"), telling.base() + "/check/funding")));
    }

    private String sentence() {
        var share = telling.say(
                "networkcheck.funded.sentence", percent(found.funding().shortPublicShare()));
        return share + " " + lasts();
    }

    private String lasts() {
        var lasts = found.lasts();
        var cliff = found.cliff();
        if (lasts.isEmpty() && cliff.isEmpty()) return telling.say("networkcheck.funded.lasts", Livelihood.MONTHS);
        var until = lasts.map(it -> telling.say("networkcheck.funded.until", month(it)))
                .orElse("");
        return cliff.map(it -> until + " " + telling.say("networkcheck.funded.cliff", month(it.month()), it.lost()))
                .orElse(until)
                .strip();
    }

    private String month(java.time.LocalDate day) {
        return day.format(
                DateTimeFormatter.ofPattern("LLLL yyyy", telling.desk().locale()));
    }

    private List<String> how(boolean some) {
        var how = new ArrayList<>(List.of(telling.say("networkcheck.funded.how")));
        if (some)
            how.add(telling.say(
                    "networkcheck.funded.index",
                    telling.number(found.spread().concentration(), 2),
                    telling.number(found.spread().effectiveNumber(), 1),
                    found.bySource().size()));
        how.add(telling.say("networkcheck.check.method", Findings.METHOD_VERSION));
        return how;
    }

    private Row row(Funds.Line line) {
        var to = line.to();
        return new Row(
                line.source(),
                to == null
                        ? telling.say("networkcheck.funded.row.open", line.amount())
                        : telling.say(
                                "networkcheck.funded.row",
                                line.amount(),
                                telling.desk().date(to)),
                telling.base() + "/check/funding/" + line.id());
    }

    private @org.jspecify.annotations.Nullable Sparkline history() {
        var shares = telling.chronicle().quarters(found.asOf(), QUARTERS).stream()
                .map(it -> Livelihood.of(lines, it).funding().shortPublicShare())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return shares.size() < 2 ? null : new Sparkline(shares);
    }

    private String percent(OptionalDouble share) {
        return share.isEmpty()
                ? "–"
                : telling.say("networkcheck.central.percent", Math.round(HUNDRED * share.getAsDouble()));
    }
}
