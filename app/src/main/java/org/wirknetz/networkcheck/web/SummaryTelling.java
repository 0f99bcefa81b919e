package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.fair.Spread;
import org.wirknetz.networkcheck.fair.Summaries;
import org.wirknetz.networkcheck.fair.Told;

/// Says a summary of neutrality in sentences, from the copy alone.
@Component
class SummaryTelling {

    private static final int THOUSAND = 1000;

    private final CheckDesk desk;

    SummaryTelling(CheckDesk desk) {
        this.desk = desk;
    }

    String period(Summaries.Card card) {
        return desk.say("networkcheck.summary.period", desk.date(card.from()), desk.date(card.asOf()));
    }

    SummaryPage page(Summaries.Summary summary, SummaryPage.@Nullable Office office) {
        var told = summary.told();
        var exceptions = told.exceptions();
        long explained =
                exceptions.stream().filter(summary.reasons()::containsKey).count();
        long shown = told.spreads().stream().filter(it -> !it.lines().isEmpty()).count();
        String lead;
        if (shown == 0) lead = desk.say("networkcheck.summary.nothing", Spread.FEWEST);
        else if (exceptions.isEmpty()) lead = desk.say("networkcheck.summary.even");
        else lead = desk.say("networkcheck.summary.exceptions", exceptions.size(), explained);
        return new SummaryPage(
                desk.say("networkcheck.summary.period", desk.date(summary.from()), desk.date(summary.asOf())),
                lead,
                told.spreads().stream().map(it -> part(it, summary)).toList(),
                beside(told),
                summary.remark(),
                office);
    }

    private SummaryPage.Part part(Spread spread, Summaries.Summary summary) {
        var said = new ArrayList<String>();
        var cases = spread.cases();
        var eligible = spread.eligible();
        var key = "networkcheck.summary." + spread.what();
        if (cases == null || eligible == null) said.add(desk.say("networkcheck.summary.few", Spread.FEWEST));
        else {
            said.add(desk.say(key + ".sentence", cases, eligible));
            var without = spread.without();
            if (without != null) said.add(desk.say(key + ".without", without, eligible));
            if (spread.lines().isEmpty()) said.add(desk.say("networkcheck.summary.no-lines", Spread.FEWEST));
            var chance = spread.chance();
            if (chance != null) said.add(desk.say("networkcheck.summary.together", often(chance)));
        }
        said.add(desk.say(key + ".how"));
        return new SummaryPage.Part(
                spread.what(),
                desk.say(key + ".title"),
                said,
                spread.lines().stream().map(it -> line(spread, it, summary)).toList());
    }

    private SummaryPage.Line line(Spread spread, Spread.Line line, Summaries.Summary summary) {
        var chance = line.chance();
        var field = Told.exception(spread, line);
        return new SummaryPage.Line(
                name(summary.told(), line.key()),
                line.partners(),
                line.cases(),
                number(line.expected(), 1),
                chance == null ? "" : often(chance),
                line.differs() ? field : "",
                summary.reasons().getOrDefault(field, ""));
    }

    private String name(Told told, String key) {
        return told.groups().stream()
                .filter(it -> it.key().equals(key))
                .map(it -> desk.locale().equals(Locale.ENGLISH) ? it.en() : it.de())
                .findFirst()
                .orElseGet(() -> desk.say("networkcheck.summary.others"));
    }

    private String number(double value, int decimals) {
        return String.format(desk.locale(), "%." + decimals + "f", value);
    }

    /// "in 10 of 1000 cases".
    private String often(double chance) {
        long times = Math.round(chance * THOUSAND);
        return times == 0
                ? desk.say("networkcheck.summary.hardly-ever")
                : desk.say("networkcheck.summary.often", times);
    }

    private List<String> beside(Told told) {
        var said = new ArrayList<String>();
        var median = told.median();
        var answered = told.answered();
        if (answered != null && median != null)
            said.add(desk.say(
                    "networkcheck.summary.felt", answered, number(median, median == Math.rint(median) ? 0 : 1)));
        else said.add(desk.say("networkcheck.summary.not-asked"));
        said.add(
                told.interests() == 0
                        ? desk.say("networkcheck.summary.no-interests")
                        : desk.say("networkcheck.summary.interests", told.interests(), told.handled()));
        return said;
    }
}
