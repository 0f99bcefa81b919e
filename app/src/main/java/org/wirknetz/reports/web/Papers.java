package org.wirknetz.reports.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Paper;
import org.wirknetz.reports.Edition;
import org.wirknetz.reports.Edition.Figure;
import org.wirknetz.reports.HalfYearReports;

/// Turns a frozen report into a paper: the whole one for funders, or one page for the boards of the partners.
@Component
class Papers {

    /// What a board wants to know first; all of it stays on one page.
    private static final List<String> FOR_BOARDS = List.of(
            "members",
            "completeness",
            "ways",
            "fluctuation",
            "central",
            "anchoring",
            "meetings",
            "reached",
            "agreements");

    private final Words words;

    Papers(Words words) {
        this.words = words;
    }

    Paper whole(HalfYearReports.Report report) {
        var edition = report.edition();
        var parts = new ArrayList<Paper.Part>();
        parts.add(new Paper.Paragraph(dates(report)));
        paragraphs(edition.introduction(), parts);
        for (var chapter : edition.chapters()) {
            parts.add(new Paper.Heading(2, chapter.title()));
            parts.add(new Paper.Paragraph(chapter.lead()));
            paragraphs(chapter.comment(), parts);
            if (!chapter.figures().isEmpty()) parts.add(figures(edition, chapter));
        }
        parts.add(new Paper.Heading(2, say(edition, "reports.paper.definitions")));
        parts.add(new Paper.Paragraph(say(edition, "reports.paper.definitions.lead")));
        parts.add(definitions(edition));
        edition.notes().forEach(it -> parts.add(new Paper.Foot(it)));
        return paper(report, say(edition, "reports.paper.title", edition.title()), parts);
    }

    Paper board(HalfYearReports.Report report) {
        var edition = report.edition();
        var parts = new ArrayList<Paper.Part>();
        parts.add(new Paper.Paragraph(dates(report)));
        parts.add(new Paper.Table(
                say(edition, "reports.board.caption"),
                List.of(
                        say(edition, "reports.column.figure"),
                        say(edition, "reports.column.sentence"),
                        say(edition, "reports.column.as-of")),
                FOR_BOARDS.stream()
                        .flatMap(id -> edition.chapters().stream()
                                .flatMap(it -> it.figures().stream())
                                .filter(it -> it.id().equals(id)))
                        .map(it -> List.of(it.title(), it.sentence(), date(edition, it.asOf())))
                        .toList(),
                List.of(27, 57, 16)));
        var reasons = edition.chapter("reasons");
        parts.add(new Paper.Heading(2, reasons.title()));
        parts.add(new Paper.Paragraph(
                reasons.figures().isEmpty()
                        ? reasons.lead()
                        : say(
                                edition,
                                "reports.board.reasons",
                                String.join(
                                        "; ",
                                        reasons.figures().stream()
                                                .map(Figure::title)
                                                .toList()))));
        if (!edition.board().isEmpty()) {
            parts.add(new Paper.Heading(2, say(edition, "reports.board.words")));
            paragraphs(edition.board(), parts);
        }
        parts.add(new Paper.Foot(say(edition, "reports.board.foot")));
        return paper(report, say(edition, "reports.board.title", edition.title()), parts);
    }

    private Paper paper(HalfYearReports.Report report, String title, List<Paper.Part> parts) {
        var edition = report.edition();
        return new Paper(
                edition.language(),
                edition.network() + ": " + title,
                dates(report),
                report.head().frozenOn(),
                parts);
    }

    private Paper.Table figures(Edition edition, Edition.Chapter chapter) {
        return new Paper.Table(
                chapter.title(),
                List.of(
                        say(edition, "reports.column.figure"),
                        say(edition, "reports.column.sentence"),
                        say(edition, "reports.column.value"),
                        say(edition, "reports.column.basis")),
                chapter.figures().stream()
                        .map(it -> List.of(it.title(), it.sentence(), value(edition, it), it.basis()))
                        .toList(),
                List.of(20, 42, 17, 21));
    }

    private Paper.Table definitions(Edition edition) {
        return new Paper.Table(
                say(edition, "reports.paper.definitions"),
                List.of(
                        say(edition, "reports.column.figure"),
                        say(edition, "reports.column.definition"),
                        say(edition, "reports.column.missing"),
                        say(edition, "reports.column.as-of")),
                edition.chapters().stream()
                        .flatMap(it -> it.figures().stream())
                        .map(it -> List.of(
                                it.title(),
                                it.definition() + " " + it.source(),
                                it.missing().isEmpty() ? say(edition, "reports.no-value") : it.missing(),
                                date(edition, it.asOf())))
                        .toList(),
                List.of(18, 46, 22, 14));
    }

    private String value(Edition edition, Figure figure) {
        var value = figure.value();
        return value == null ? say(edition, "reports.no-value") : value;
    }

    private String dates(HalfYearReports.Report report) {
        var edition = report.edition();
        return say(
                edition,
                "reports.paper.dates",
                edition.network(),
                date(edition, edition.asOf()),
                date(edition, report.head().frozenOn()));
    }

    private static void paragraphs(String text, List<Paper.Part> parts) {
        Arrays.stream(text.split("\n{2,}"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(it -> parts.add(new Paper.Paragraph(it)));
    }

    private String say(Edition edition, String key, Object... values) {
        return words.say(Locale.of(edition.language()), key, values);
    }

    private static String date(Edition edition, LocalDate day) {
        return edition.language().equals("en")
                ? day.format(DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH))
                : day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN));
    }
}
