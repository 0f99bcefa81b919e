package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.TargetGroups;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// The columns of the matrix: the office takes those of the list and adds its own.
@Controller
class TargetGroupsController {

    private final TargetGroups groups;
    private final EqualityPermissions may;
    private final Redirects redirects;

    TargetGroupsController(TargetGroups groups, EqualityPermissions may, Redirects redirects) {
        this.groups = groups;
        this.may = may;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/equality/target-groups")
    String add(Visitor visitor, @RequestParam(defaultValue = "") String title, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        groups.add(title);
        return redirects.done(request, place(visitor), "equality.target-group.added", title.strip());
    }

    @PostMapping("/w/{network}/equality/target-groups/list")
    String begin(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        groups.begin();
        return redirects.done(request, place(visitor), "equality.target-group.begun");
    }

    @PostMapping("/w/{network}/equality/target-groups/{group}/removal")
    String remove(Visitor visitor, @PathVariable UUID group, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        groups.remove(group);
        return redirects.done(request, place(visitor), "equality.target-group.removed");
    }

    private static String place(Visitor visitor) {
        return visitor.base() + "/equality/instruments";
    }
}
