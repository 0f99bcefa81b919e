package org.wirknetz.agreements.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.Sorting;

/// The list of agreements as a spreadsheet.
@Controller
class AgreementsController {

    private final JdbcClient db;
    private final AgreementsPermissions may;
    private final AgreementsDesk desk;

    AgreementsController(JdbcClient db, AgreementsPermissions may, AgreementsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/agreements")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.enter(visitor));
        var question = question(visitor, given);
        var list = AgreementList.page(db, question);
        var page = new AgreementsPage(
                question.asOf(),
                sentence(list),
                question.q(),
                hidden(question),
                filters(question),
                new Sorting(question.sort(), question.address()),
                new Paging(question.page(), AgreementsQuestion.SIZE, list.total(), question.address()),
                list.rows(),
                may.draft(visitor),
                list.total() == 0 && !question.narrows(),
                export(visitor, question));
        return desk.page(
                "agreements",
                desk.say("agreements.title"),
                List.of(AgreementsDesk.here(desk.say("agreements.title"))),
                Map.of("page", page));
    }

    /// The page's question is when the next one ends.
    private String sentence(AgreementList list) {
        var next = list.rows().stream()
                .filter(row -> row.standing().equals("CONCLUDED") && row.lastDay() != null)
                .min(java.util.Comparator.comparing(row -> java.util.Objects.requireNonNull(row.lastDay())));
        if (next.isEmpty()) return desk.say("agreements.list.sentence", list.total());
        var last = java.util.Objects.requireNonNull(next.get().lastDay());
        return desk.say(
                "agreements.list.sentence.next", list.total(), next.get().title(), desk.date(last));
    }

    /// Exactly what the list shows, as a table German spreadsheets open.
    @GetMapping("/w/{network}/agreements/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.enter(visitor));
        var rows = AgreementList.whole(db, question(visitor, given)).rows();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + visitor.slug() + "-agreements.csv\"")
                .body(AgreementTable.of(desk, rows));
    }

    private AgreementsQuestion question(Visitor visitor, Map<String, String> given) {
        return AgreementsQuestion.of(visitor.base() + "/agreements", given, desk.asOf(given.get("asOf")));
    }

    private static String export(Visitor visitor, AgreementsQuestion question) {
        var address = question.with("page", "");
        int at = address.indexOf('?');
        return visitor.base() + "/agreements/export" + (at < 0 ? "" : address.substring(at));
    }

    private static Map<String, String> hidden(AgreementsQuestion question) {
        var hidden = new LinkedHashMap<>(question.parameters());
        hidden.remove("q");
        hidden.values().removeIf(String::isEmpty);
        return hidden;
    }

    private List<Filter> filters(AgreementsQuestion question) {
        var filters = new ArrayList<Filter>();
        filters.add(filter(
                question,
                "standing",
                question.standing(),
                "agreements.standing.",
                List.of("open", "DRAFT", "NEGOTIATION", "OFFERED", "CONCLUDED", "ENDED", "EXPIRED")));
        filters.add(filter(
                question,
                "form",
                question.form(),
                "agreements.form.",
                List.of("COMPLEMENTARY", "SUPPORTIVE", "INTEGRATIVE")));
        filters.add(filter(
                question, "binding", question.binding(), "agreements.binding.", List.of("0", "1", "2", "3", "4", "5")));
        filters.add(filter(question, "within", question.within(), "agreements.within.", List.of("30", "90", "365")));
        return List.copyOf(filters);
    }

    private Filter filter(AgreementsQuestion question, String name, String chosen, String words, List<String> choices) {
        var options = choices.stream()
                .map(it -> new Filter.Option(desk.say(words + it), question.with(name, it), it.equals(chosen)))
                .toList();
        @Nullable String without = chosen.isEmpty() ? null : question.with(name, "");
        var label = chosen.isEmpty() ? desk.say("agreements.filter." + name) : desk.say(words + chosen);
        return new Filter("", label, !chosen.isEmpty(), options, without);
    }
}
