package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.AccessPermissions;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.RequiredFactors;
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
    private final RequiredFactors factors;
    private final Redirects redirects;

    RightsController(
            AccessPermissions may, List<PermissionSentences> modules, RequiredFactors factors, Redirects redirects) {
        this.factors = factors;
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
                        List.of(Role.values()),
                        "required",
                        factors.roles()));
    }

    /// @param shown the roles that were ticked on the page, by name with commas between
    @PostMapping("/w/{network}/rights/second-factors")
    String require(
            Visitor visitor,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(required = false) @Nullable Set<Role> role,
            HttpServletRequest request) {
        Forbidden.unless(may.requireFactors(visitor));
        var known = Stream.of(Role.values())
                .filter(it -> Set.of(shown.split(",")).contains(it.name()))
                .collect(Collectors.toSet());
        factors.decide(known, role == null ? Set.of() : role);
        return redirects.done(request, visitor.base() + "/rights", "access.factor.decided");
    }

    private static String module(Sentence sentence) {
        return sentence.key().substring(0, sentence.key().indexOf('.'));
    }
}
