package org.wirknetz.equality.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Definition;
import org.wirknetz.equality.Figure;
import org.wirknetz.equality.Measure;
import org.wirknetz.equality.Release;
import org.wirknetz.equality.ResourceRatio;
import org.wirknetz.equality.Subject;
import org.wirknetz.platform.web.Desk;

/// What a publication says, in sentences: the same ones on the page, at the picture, on paper.
@Component
class ReleaseWords {

    private final Desk desk;
    private final JdbcClient db;

    ReleaseWords(Desk desk, JdbcClient db) {
        this.desk = desk;
        this.db = db;
    }

    String title(Release.Head head, Definition definition) {
        return desk.say(
                "equality.release.title." + head.subject(), definition.title().in(desk.locale()));
    }

    /// The first thing a reader learns.
    String sentence(Release release, Definition definition) {
        if (release.head().subject() == Subject.RESOURCES) {
            long shown = release.lines().stream().filter(it -> !it.silent()).count();
            return desk.say(
                    "equality.sentence.resources", shown, release.lines().size());
        }
        return release.sums()
                .map(it -> sentence(release, it, definition, Optional.empty()))
                .orElseThrow();
    }

    /// About one body or resource, or about all bodies together.
    ///
    /// @param bodies beside which a resource is read
    private String sentence(Release release, Release.Line line, Definition definition, Optional<Release> bodies) {
        var found = Figure.of(release, line, definition);
        var focus = definition.focus().in(desk.locale());
        if (found.isEmpty()) return desk.say("equality.sentence.protected", focus);
        var figure = found.get();
        var said = new ArrayList<String>();
        said.add(desk.say(
                "equality.sentence.share." + line.measure(),
                focus,
                number(figure.part()),
                number(figure.whole()),
                percent(figure)));
        reference(release, figure, said);
        figure.interval()
                .ifPresent(range -> said.add(desk.say(
                        figure.reference() == null
                                ? "equality.sentence.interval"
                                : figure.uncertain() ? "equality.sentence.uncertain" : "equality.sentence.certain",
                        whole(range.low() * 100),
                        whole(range.high() * 100))));
        figure.indexInterval()
                .ifPresent(range -> said.add(
                        desk.say("equality.sentence.index-interval", fixed(range.low(), 2), fixed(range.high(), 2))));
        bodies.flatMap(it -> ResourceRatio.of(it, figure, definition)).ifPresent(it -> toBodies(it, said));
        return String.join(" ", said);
    }

    /// Participation in resources is read against the share of those who take part at all.
    private void toBodies(ResourceRatio ratio, List<String> said) {
        said.add(desk.say(
                "equality.sentence.to-bodies",
                whole(ratio.members()),
                desk.date(ratio.reportingOn()),
                fixed(ratio.ratio(), 2)));
        ratio.range()
                .ifPresent(range -> said.add(
                        desk.say("equality.sentence.index-interval", fixed(range.low(), 2), fixed(range.high(), 2))));
    }

    private void reference(Release release, Figure figure, List<String> said) {
        var reference = figure.reference();
        var source = release.head().referenceSource();
        if (reference == null || source == null) return;
        long points = Math.round(figure.gap().orElseThrow());
        said.add(desk.say(
                points == 0
                        ? "equality.sentence.even"
                        : points < 0 ? "equality.sentence.below" : "equality.sentence.above",
                decimal(reference, 1),
                source,
                Math.abs(points)));
        figure.index().ifPresent(index -> said.add(desk.say("equality.sentence.index", fixed(index, 2))));
    }

    /// "28"; with a decimal from a hundred on. Below twenty the fraction beside it says how rough it is.
    String percent(Figure figure) {
        return figure.whole() >= 100 ? fixed(figure.percent(), 1) : whole(figure.percent());
    }

    private String whole(double number) {
        return fixed(number, 0);
    }

    String fixed(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(desk.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP))
                .replace('-', '−');
    }

    private String decimal(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(desk.locale());
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(desk.locale()).format(number);
    }

    /// One cell as it is printed everywhere.
    String cell(Release.Line line, String place) {
        var number = line.number(place);
        if (number.isEmpty()) return Release.HIDDEN;
        return line.measure() == Measure.EURO
                ? desk.say("equality.euro", number(number.getAsLong()))
                : number(number.getAsLong());
    }

    String name(Release.Line line) {
        return line.position() == 0 ? desk.say("equality.sums") : line.name();
    }

    /// The headings of the columns, the sum last.
    List<String> columns(Release release, Definition definition) {
        var columns = new ArrayList<String>();
        for (var column : definition.shown(release.head().detailed()))
            columns.add(column.label().in(desk.locale()));
        columns.add(desk.say("equality.known"));
        return columns;
    }

    static List<String> places(Release release, Definition definition) {
        var places = new ArrayList<String>();
        for (var column : definition.shown(release.head().detailed())) places.add(column.key());
        places.add(Release.TOTAL);
        return places;
    }

    /// What else is known: how it was asked, how many did not say, how differently both are spread.
    List<String> facts(Release release, Definition definition) {
        var head = release.head();
        var facts = new ArrayList<String>();
        facts.add(desk.say("equality.fact.dates", desk.date(head.reportingOn()), desk.date(head.publishedOn())));
        var organisations = head.organisations();
        facts.add(
                organisations == null
                        ? desk.say("equality.fact.mode." + head.mode())
                        : desk.say("equality.fact.counted", organisations));
        var typed = head.typed();
        if (typed != null && typed > 0)
            facts.add(
                    typed.equals(organisations)
                            ? desk.say("equality.fact.typed-all")
                            : desk.say("equality.fact.typed", typed));
        if (head.subject() == Subject.BODIES) {
            var unknown = head.unknown();
            facts.add(unknown == null ? desk.say("equality.fact.unknown-protected") : unknown(release, unknown));
            Figure.dissimilarity(release, definition)
                    .ifPresent(it -> facts.add(desk.say(
                            "equality.fact.dissimilarity",
                            fixed(it, 2),
                            whole(it * 100),
                            definition.focus().in(desk.locale()))));
        }
        Figure.diversity(release, definition)
                .ifPresent(it -> facts.add(desk.say(
                        "equality.fact.diversity",
                        fixed(it, 2),
                        fixed(1 - 1.0 / definition.shown(head.detailed()).size(), 2))));
        facts.add(desk.say("equality.fact.definition", definition.wording().in(desk.locale())));
        facts.add(desk.say(
                "equality.fact.source",
                definition.source().in(desk.locale()),
                desk.date(definition.date()),
                definition.id()));
        if (release.hidesAnything()) facts.add(desk.say("equality.fact.hidden", Release.HIDDEN));
        return facts;
    }

    /// A share of its own, among all there are.
    private String unknown(Release release, long unknown) {
        long all = unknown
                + release.sums().map(it -> it.number(Release.TOTAL).orElse(0)).orElse(0L);
        return desk.say(
                "equality.fact.unknown",
                number(unknown),
                number(all),
                all == 0 ? "0" : fixed(100.0 * unknown / all, all >= 100 ? 1 : 0));
    }

    /// The table as it is printed.
    ReleaseSheet sheet(Release release, Definition definition) {
        var places = places(release, definition);
        var bodies = ResourceRatio.bodiesBeside(db, release.head());
        var rows = release.lines().stream()
                .map(line -> row(release, line, definition, places, bodies))
                .toList();
        return new ReleaseSheet(columns(release, definition), rows);
    }

    private ReleaseSheet.Row row(
            Release release, Release.Line line, Definition definition, List<String> places, Optional<Release> bodies) {
        var figure = Figure.of(release, line, definition);
        var from = line.repeatedFrom();
        return new ReleaseSheet.Row(
                name(line),
                places.stream().map(it -> cell(line, it)).toList(),
                figure.map(it -> desk.say("equality.percent", percent(it))).orElse(Release.HIDDEN),
                figure.map(Figure::part).orElse(0L),
                figure.map(Figure::whole).orElse(0L),
                sentence(release, line, definition, bodies),
                from == null ? "" : desk.say("equality.repeated." + line.measure(), desk.date(from)));
    }
}
