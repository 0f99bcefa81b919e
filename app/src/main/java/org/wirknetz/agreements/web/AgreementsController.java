package org.wirknetz.agreements.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Spreadsheet;

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
        var asked = question.asked();
        var list = AgreementList.page(db, question);
        var page = new AgreementsPage(
                question.asOf(),
                sentence(list),
                asked,
                filters(asked),
                asked.paging(AgreementsQuestion.SIZE, list.total()),
                list.rows(),
                may.draft(visitor),
                list.total() == 0 && !asked.narrows());
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

    /// Exactly what the list shows.
    @GetMapping("/w/{network}/agreements/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.enter(visitor));
        var rows = AgreementList.whole(db, question(visitor, given)).rows();
        return Spreadsheet.of(
                visitor.slug() + "-agreements", given.get("format"), table -> AgreementTable.write(desk, table, rows));
    }

    private AgreementsQuestion question(Visitor visitor, Map<String, String> given) {
        return AgreementsQuestion.of(visitor.base() + "/agreements", given, desk.asOf(given.get("asOf")));
    }

    private List<Filter> filters(Asked asked) {
        return List.of(
                filter(asked, "standing", "open", "DRAFT", "NEGOTIATION", "OFFERED", "CONCLUDED", "ENDED", "EXPIRED"),
                filter(asked, "form", "COMPLEMENTARY", "SUPPORTIVE", "INTEGRATIVE"),
                filter(asked, "binding", "0", "1", "2", "3", "4", "5"),
                filter(asked, "within", "30", "90", "365"));
    }

    private Filter filter(Asked asked, String name, String... values) {
        var choices = new LinkedHashMap<String, String>();
        for (var value : values) choices.put(value, desk.say("agreements." + name + "." + value));
        return asked.filter(name, desk.say("agreements.filter." + name), choices);
    }
}
