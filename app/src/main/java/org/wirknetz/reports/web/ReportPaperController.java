package org.wirknetz.reports.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.OpenTextPaper;
import org.wirknetz.platform.web.PdfPaper;
import org.wirknetz.platform.web.WordPaper;
import org.wirknetz.reports.HalfYearReports;
import org.wirknetz.reports.ReportsPermissions;
import tools.jackson.databind.json.JsonMapper;

/// A frozen report to take along: PDF/UA, DOCX, ODT, or JSON; the whole one, or the page for boards. The same
/// report
/// gives the same bytes.
@Controller
class ReportPaperController {

    private static final Map<String, String> TYPES = Map.of(
            "pdf", MediaType.APPLICATION_PDF_VALUE,
            "docx", WordPaper.TYPE,
            "odt", OpenTextPaper.TYPE,
            "json", MediaType.APPLICATION_JSON_VALUE);

    private final HalfYearReports reports;
    private final ReportsPermissions may;
    private final Papers papers;
    private final Desk desk;
    private final JsonMapper json;

    ReportPaperController(HalfYearReports reports, ReportsPermissions may, Papers papers, Desk desk, JsonMapper json) {
        this.reports = reports;
        this.may = may;
        this.papers = papers;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping("/w/{network}/check/report/{report}/paper")
    ResponseEntity<byte[]> paper(
            Visitor visitor,
            @PathVariable UUID report,
            @RequestParam(defaultValue = "pdf") String format,
            @RequestParam(defaultValue = "whole") String edition) {
        Forbidden.unless(may.read(visitor));
        var type = TYPES.get(format);
        if (type == null) throw new NotFound();
        var shown = reports.of(report, desk.locale());
        boolean board = edition.equals("board");
        var name = visitor.slug() + "-" + shown.head().halfYear() + (board ? "-board." : "-report.") + format;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(written(format, shown, board));
    }

    private byte[] written(String format, HalfYearReports.Report report, boolean board) {
        if (format.equals("json"))
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(report.edition())
                    .getBytes(StandardCharsets.UTF_8);
        var paper = board ? papers.board(report) : papers.whole(report);
        return switch (format) {
            case "docx" -> WordPaper.of(paper);
            case "odt" -> OpenTextPaper.of(paper);
            default -> PdfPaper.of(paper);
        };
    }
}
