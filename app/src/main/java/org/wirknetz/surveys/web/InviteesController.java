package org.wirknetz.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.surveys.Invitees;
import org.wirknetz.surveys.SurveysPermissions;
import org.wirknetz.surveys.WaveId;

/// Whom a draft will ask.
@Controller
class InviteesController {

    private final Invitees invitees;
    private final SurveysPermissions may;
    private final Redirects redirects;

    InviteesController(Invitees invitees, SurveysPermissions may, Redirects redirects) {
        this.invitees = invitees;
        this.may = may;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/surveys/{wave}/members")
    String members(Visitor visitor, @PathVariable UUID wave, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        return added(visitor, wave, invitees.addMembers(new WaveId(wave)), request);
    }

    @PostMapping("/w/{network}/surveys/{wave}/groups")
    String groups(
            Visitor visitor,
            @PathVariable UUID wave,
            @RequestParam(defaultValue = "") List<UUID> group,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        return added(visitor, wave, invitees.addGroups(new WaveId(wave), group), request);
    }

    @PostMapping("/w/{network}/surveys/{wave}/people")
    String person(
            Visitor visitor,
            @PathVariable UUID wave,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        return added(visitor, wave, invitees.addPerson(new WaveId(wave), name), request);
    }

    @PostMapping("/w/{network}/surveys/{wave}/people/{invited}/removal")
    String remove(Visitor visitor, @PathVariable UUID wave, @PathVariable UUID invited, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        invitees.remove(new WaveId(wave), invited);
        return redirects.done(request, path(visitor, wave), "surveys.uninvited");
    }

    private String added(Visitor visitor, UUID wave, int added, HttpServletRequest request) {
        return redirects.done(request, path(visitor, wave), "surveys.invited-too", added);
    }

    private static String path(Visitor visitor, UUID wave) {
        return visitor.base() + "/surveys/" + wave;
    }
}
