package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.SavedViews;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// Lists kept under a name: everybody keeps their own, nobody sees another's. What a view shows is asked when it is
/// opened.
@Controller
class ViewsController {

    private final SavedViews views;
    private final Redirects redirects;

    ViewsController(SavedViews views, Redirects redirects) {
        this.views = views;
        this.redirects = redirects;
    }

    @PostMapping({"/w/{network}/organisations/views", "/w/{network}/people/views", "/w/{network}/ties/views"})
    String keep(
            Visitor visitor,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request) {
        Forbidden.unless(!visitor.seats().isEmpty());
        if (name.isBlank()) throw new Refused("directory.view.name-missing");
        var list = list(request);
        views.keep(visitor, list, name, query);
        var path = visitor.base() + "/" + list + (query.isEmpty() ? "" : "?" + query);
        return redirects.done(request, path, "directory.view.kept", name.strip());
    }

    @PostMapping({
        "/w/{network}/organisations/views/{view}/removal",
        "/w/{network}/people/views/{view}/removal",
        "/w/{network}/ties/views/{view}/removal"
    })
    String drop(Visitor visitor, @PathVariable UUID view, HttpServletRequest request) {
        Forbidden.unless(!visitor.seats().isEmpty());
        views.drop(visitor, view);
        return redirects.done(request, visitor.base() + "/" + list(request), "directory.view.dropped");
    }

    /// The list is the third part of the address; more than the three do not lead here.
    private static String list(HttpServletRequest request) {
        return request.getRequestURI().split("/")[3];
    }
}
