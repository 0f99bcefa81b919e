package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.AccessPermissions;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// "Wer darf was": the permission sentences of all modules as one table.
@Controller
class RightsController {

    private final AccessPermissions may;
    private final List<PermissionSentences> modules;
    private final Redirects redirects;

    RightsController(AccessPermissions may, List<PermissionSentences> modules, Redirects redirects) {
        this.may = may;
        this.modules = List.copyOf(modules);
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/rights")
    ModelAndView rights(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.seeRights(visitor));
        var groups = modules.stream()
                .flatMap(it -> it.sentences().stream())
                .collect(Collectors.groupingBy(RightsController::module, java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new RightsGroup(it.getKey(), it.getValue()))
                .toList();
        return new ModelAndView(
                "access/rights",
                Map.of(
                        "title",
                        redirects.say(request, "access.rights.title"),
                        "groups",
                        groups,
                        "roles",
                        List.of(Role.values())));
    }

    private static String module(Sentence sentence) {
        return sentence.key().substring(0, sentence.key().indexOf('.'));
    }
}
