package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Terms;
import org.wirknetz.exchange.Terms.NewTerm;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// The words of the network's field, kept by the office: a list to read and a list to paste.
@Controller
class TermsController {

    private static final int SHOWN = 2_000;
    private static final int LABEL = 200;

    private final JdbcClient db;
    private final Terms terms;
    private final TermsFile files;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final Redirects redirects;

    TermsController(
            JdbcClient db,
            Terms terms,
            TermsFile files,
            ExchangePermissions may,
            ExchangeDesk desk,
            Redirects redirects) {
        this.db = db;
        this.files = files;
        this.terms = terms;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/terms")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.keepTerms(visitor));
        return page(visitor, "", List.of());
    }

    @PostMapping("/w/{network}/terms")
    Object keep(Visitor visitor, @RequestParam(defaultValue = "") String list, HttpServletRequest request) {
        Forbidden.unless(may.keepTerms(visitor));
        var problems = new ArrayList<Problem>();
        var wanted = read(list, problems);
        if (wanted.isEmpty() && problems.isEmpty())
            problems.add(new Problem("list", desk.say("exchange.terms.nothing")));
        if (!problems.isEmpty()) return desk.again(page(visitor, list, problems));
        int kept = terms.keep(wanted);
        return redirects.done(request, visitor.base() + "/terms", "exchange.terms.kept", kept);
    }

    @PostMapping("/w/{network}/terms/file")
    Object take(Visitor visitor, @RequestParam MultipartFile file, HttpServletRequest request) throws IOException {
        Forbidden.unless(may.keepTerms(visitor));
        var reading = files.read(file);
        var problems = new ArrayList<Problem>();
        for (var sentence : reading.problems()) problems.add(new Problem("file", sentence));
        if (problems.isEmpty() && reading.terms().isEmpty())
            problems.add(new Problem("file", desk.say("exchange.terms.file.nothing")));
        if (!problems.isEmpty()) return desk.again(page(visitor, "", problems));
        int kept = terms.keep(reading.terms());
        return redirects.done(request, visitor.base() + "/terms", "exchange.terms.kept", kept);
    }

    @PostMapping("/w/{network}/terms/{term}/withdrawal")
    String drop(Visitor visitor, @PathVariable UUID term, HttpServletRequest request) {
        Forbidden.unless(may.keepTerms(visitor));
        terms.drop(term);
        return redirects.done(request, visitor.base() + "/terms", "exchange.terms.dropped");
    }

    private List<NewTerm> read(String list, List<Problem> problems) {
        var wanted = new ArrayList<NewTerm>();
        int number = 0;
        for (var line : list.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            var cells = line.split("[;\t]", -1);
            var label = cells[0].strip().replaceAll("^\"|\"$", "");
            if (label.isEmpty()) continue;
            if (label.length() > LABEL || cell(cells, 2).length() > LABEL) {
                problems.add(new Problem(
                        "list", desk.say("exchange.terms.line", number, desk.say("exchange.terms.line.long"))));
                continue;
            }
            wanted.add(new NewTerm(
                    label,
                    cut(cell(cells, 1), 4000),
                    cell(cells, 2),
                    cut(cell(cells, 3), 60),
                    cut(cell(cells, 4), 120)));
        }
        return wanted;
    }

    private static String cell(String[] cells, int number) {
        return number < cells.length ? cells[number].strip().replaceAll("^\"|\"$", "") : "";
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private ModelAndView page(Visitor visitor, String typed, List<Problem> problems) {
        var rows = db.sql("""
                        select t.id, t.label, t.synonyms, coalesce(b.label, '') as broader, t.scheme, t.code
                          from exchange.term t
                          left join exchange.term b on b.network = t.network and b.id = t.broader
                         where t.network = ? order by t.label limit ?
                        """)
                .params(Scope.current().requireNetwork().value(), SHOWN)
                .query(TermsPage.Row.class)
                .list();
        var title = desk.say("exchange.terms.title");
        var page = new TermsPage(desk.say("exchange.terms.sentence", rows.size()), rows, typed, problems);
        return desk.page(
                "terms",
                title,
                List.of(
                        new Crumb(desk.say("exchange.listings.title"), visitor.base() + "/needs"),
                        ExchangeDesk.here(title)),
                Map.of("page", page));
    }
}
