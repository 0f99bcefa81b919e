package org.wirknetz.meetings.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MinutesText;
import org.wirknetz.meetings.WorkshopPaper;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.AccessiblePdf;

/// Minutes on paper: an accessible PDF, or the bare text whose SHA-256 is their fingerprint. In German, as they are
/// approved.
@Controller
class MinutesPaperController {

    private final JdbcClient db;
    private final MinutesText texts;
    private final WorkshopPaper workshops;
    private final DayDoor door;
    private final MeetingsDesk desk;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    MinutesPaperController(JdbcClient db, MinutesText texts, WorkshopPaper workshops, DayDoor door, MeetingsDesk desk) {
        this.db = db;
        this.texts = texts;
        this.workshops = workshops;
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/meetings/{meeting}/minutes/paper")
    ResponseEntity<byte[]> paper(
            Visitor visitor, @PathVariable UUID meeting, @RequestParam(defaultValue = "pdf") String format) {
        if (!format.equals("pdf") && !format.equals("txt")) throw new NotFound();
        door.see(visitor, meeting);
        var head = MinutesPage.of(db, meeting).orElseThrow(NotFound::new).head();
        var sealed = head.sealed();
        var text = sealed == null ? texts.of(new MeetingId(meeting)) : sealed;
        return answer(
                visitor.slug() + "-minutes." + format,
                format.equals("pdf")
                        ? pdf(text, "meetings.minutes", foot(head))
                        : text.getBytes(StandardCharsets.UTF_8));
    }

    /// Programme, results and papers of a workshop, in one press; what is missing stands on the page of the day.
    @GetMapping("/w/{network}/meetings/{meeting}/documentation")
    ResponseEntity<byte[]> documentation(Visitor visitor, @PathVariable UUID meeting) {
        var card = door.see(visitor, meeting);
        Forbidden.unless(door.runs(visitor, card));
        var foot = desk.words().say(Locale.GERMAN, "meetings.documentation.foot", day(desk.today()));
        return answer(
                visitor.slug() + "-documentation.pdf",
                pdf(workshops.text(new MeetingId(meeting)), "meetings.documentation", foot));
    }

    private static ResponseEntity<byte[]> answer(String name, byte[] body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(
                        name.endsWith(".pdf") ? "application/pdf" : "text/plain;charset=UTF-8"))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(body);
    }

    private byte[] pdf(String text, String subject, String foot) {
        var page = new StringOutput();
        engine.render(
                "org/wirknetz/meetings/web/minutes-paper.jte",
                MinutesPaper.of(text, desk.words().say(Locale.GERMAN, subject), foot),
                page);
        return AccessiblePdf.of(page.toString());
    }

    private String foot(MinutesPage.Head head) {
        return head.approved()
                ? desk.words()
                        .say(
                                Locale.GERMAN,
                                "meetings.minutes.foot",
                                day(Objects.requireNonNull(head.approvedOn())),
                                Objects.requireNonNull(head.sha256()))
                : desk.words().say(Locale.GERMAN, "meetings.minutes.foot.draft", day(desk.today()));
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
    }
}
