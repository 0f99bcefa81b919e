package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Search;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;

/// Search while typing, and as a page of its own.
@Controller
class SearchController {

    private static final int WHILE_TYPING = 8;
    private static final int ON_PAGE = 50;

    private final Desk desk;
    private final DirectoryPermissions may;
    private final Search search;

    SearchController(Desk desk, DirectoryPermissions may, Search search) {
        this.desk = desk;
        this.may = may;
        this.search = search;
    }

    @GetMapping("/w/{network}/search")
    ModelAndView find(Visitor visitor, @RequestParam(defaultValue = "") String q, HttpServletRequest request) {
        Forbidden.unless(may.readOrganisations(visitor));
        boolean typing = request.getHeader("HX-Request") != null;
        var found = search.find(q, Sight.of(visitor), typing ? WHILE_TYPING : ON_PAGE);
        return desk.page(
                typing ? "search-results" : "search",
                desk.say("directory.search.title"),
                List.of(Desk.here(desk.say("directory.search.title"))),
                Map.of("q", q.strip(), "found", found));
    }
}
