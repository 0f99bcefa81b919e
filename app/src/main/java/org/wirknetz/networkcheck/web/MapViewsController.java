package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.networkcheck.map.MapViews;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// Views of the map kept under a name: everybody inside sees them, office and partners keep them and
/// take them away; the undo offers what was taken away.
@Controller
class MapViewsController {

    private final MapViews views;
    private final NetworkcheckPermissions may;
    private final Ties ties;
    private final CheckDesk desk;
    private final Redirects redirects;

    MapViewsController(MapViews views, NetworkcheckPermissions may, Ties ties, CheckDesk desk, Redirects redirects) {
        this.views = views;
        this.may = may;
        this.ties = ties;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/check/map/views")
    String keep(
            Visitor visitor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request) {
        Forbidden.unless(may.keepViews(visitor));
        var known = ties.kinds().stream().map(TieKind::key).toList();
        var question = MapQuestion.parsed(visitor.base() + "/check/map", query, desk, known);
        views.keep(name, question.query());
        return redirects.done(request, question.with("", ""), "directory.view.kept", name.strip());
    }

    @PostMapping("/w/{network}/check/map/views/{view}/removal")
    String drop(Visitor visitor, @PathVariable UUID view, HttpServletRequest request) {
        Forbidden.unless(may.keepViews(visitor));
        views.drop(view);
        return redirects.done(request, visitor.base() + "/check/map", "directory.view.dropped");
    }
}
