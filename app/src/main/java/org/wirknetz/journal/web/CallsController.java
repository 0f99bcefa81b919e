package org.wirknetz.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.journal.CallList;
import org.wirknetz.journal.ContactShares;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.journal.Rhythms;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// Whom to call and why; and how the office's contacts are spread.
@Controller
public class CallsController {

    static final int TODAY = 5;

    private final JdbcClient db;
    private final CallList calls;
    private final Rhythms rhythms;
    private final JournalPermissions may;
    private final CallWords words;
    private final Desk desk;
    private final Redirects redirects;

    CallsController(
            JdbcClient db,
            CallList calls,
            Rhythms rhythms,
            JournalPermissions may,
            CallWords words,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.calls = calls;
        this.rhythms = rhythms;
        this.may = may;
        this.words = words;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// @param reasons sentences, the weightiest first
    public record Line(
            UUID organisation,
            String name,
            @Nullable String speaker,
            @Nullable String phone,
            String dialled,
            @Nullable LocalDate lastOn,
            List<String> reasons) {}

    @GetMapping("/w/{network}/journal/calls")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.keep(visitor));
        var lines = lines();
        var title = desk.say("journal.calls");
        return desk.page(
                "journal/calls",
                title,
                List.of(new Crumb(desk.say("journal.title"), visitor.base() + "/journal"), Desk.here(title)),
                Map.of(
                        "first", lines.stream().limit(TODAY).toList(),
                        "others", lines.stream().skip(TODAY).toList(),
                        "due", FollowUpList.due(db, desk.today()),
                        "usual", usual()));
    }

    private List<Line> lines() {
        return calls.on(desk.today()).stream()
                .map(it -> new Line(
                        it.organisation(),
                        it.name(),
                        it.speaker(),
                        it.phone(),
                        it.dialled(),
                        it.lastOn(),
                        words.reasons(it)))
                .toList();
    }

    private int usual() {
        return db.sql("select days from journal.rhythm where organisation is null")
                .query(Integer.class)
                .optional()
                .orElse(Rhythms.USUAL);
    }

    @GetMapping("/w/{network}/journal/calls/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.keep(visitor));
        return Spreadsheet.of(visitor.slug() + "-calls", given.get("format"), table -> {
            table.table(
                    "calls",
                    Stream.of("organisation", "person", "phone", "last", "why")
                            .map(it -> desk.say("journal.column." + it))
                            .toList());
            for (var line : lines())
                table.row(List.of(
                        Cell.of(line.name()),
                        Cell.of(line.speaker() == null ? "" : line.speaker()),
                        Cell.of(line.phone() == null ? "" : line.phone()),
                        Spreadsheet.day(line.lastOn()),
                        Cell.of(String.join(" ", line.reasons()))));
        });
    }

    /// The rhythm for all that have none of their own.
    @PostMapping("/w/{network}/journal/rhythm")
    String rhythm(Visitor visitor, @RequestParam(defaultValue = "") String days, HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        rhythms.set(null, days(days));
        return redirects.done(request, visitor.base() + "/journal/calls", "journal.rhythm.set");
    }

    /// @throws org.wirknetz.platform.Refused `journal.rhythm-wrong`
    static @Nullable Integer days(String typed) {
        if (typed.isBlank()) return null;
        return typed.strip().matches("\\d{1,4}") ? Integer.valueOf(typed.strip()) : Integer.valueOf(0);
    }

    @GetMapping("/w/{network}/journal/shares")
    ModelAndView shares(Visitor visitor) {
        Forbidden.unless(may.keep(visitor));
        var title = desk.say("journal.shares");
        return desk.page(
                "journal/shares",
                title,
                List.of(new Crumb(desk.say("journal.title"), visitor.base() + "/journal"), Desk.here(title)),
                Map.of(
                        "shares",
                        ContactShares.of(db, desk.today(), desk.locale().equals(Locale.GERMAN))));
    }
}
