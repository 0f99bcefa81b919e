package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.MembershipStatus;
import org.wirknetz.directory.Memberships;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.OrganisationKin;
import org.wirknetz.directory.Organisations;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// Where an organisation stands, and to whom it belongs. All of it is the office's.
@Controller
class OrganisationKinController {

    private final DirectoryPermissions may;
    private final Organisations organisations;
    private final OrganisationKin kin;
    private final Memberships memberships;
    private final Desk desk;
    private final Redirects redirects;

    OrganisationKinController(
            DirectoryPermissions may,
            Organisations organisations,
            OrganisationKin kin,
            Memberships memberships,
            Desk desk,
            Redirects redirects) {
        this.may = may;
        this.organisations = organisations;
        this.kin = kin;
        this.memberships = memberships;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/organisations/{id}/memberships")
    String begin(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam MembershipStatus status,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var name = named(visitor, id);
        memberships.begin(new OrganisationId(id), status, on, reason);
        return redirects.done(
                request, path(visitor, id), "directory.membership.saved", name, desk.say("directory.status." + status));
    }

    @PostMapping("/w/{network}/organisations/{id}/successor")
    String succeed(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String successor,
            @RequestParam LocalDate on,
            HttpServletRequest request) {
        var name = named(visitor, id);
        kin.succeed(new OrganisationId(id), other(successor), on);
        return redirects.done(request, path(visitor, id), "directory.organisation.saved", name);
    }

    @PostMapping("/w/{network}/organisations/{id}/members")
    String join(Visitor visitor, @PathVariable UUID id, @RequestParam String member, HttpServletRequest request) {
        var name = named(visitor, id);
        kin.joinUmbrella(new OrganisationId(id), other(member), desk.today());
        return redirects.done(request, path(visitor, id), "directory.organisation.saved", name);
    }

    @PostMapping("/w/{network}/organisations/{id}/members/{member}/end")
    String leave(Visitor visitor, @PathVariable UUID id, @PathVariable UUID member, HttpServletRequest request) {
        var name = named(visitor, id);
        kin.leaveUmbrella(new OrganisationId(id), new OrganisationId(member), desk.today());
        return redirects.done(request, path(visitor, id), "directory.organisation.saved", name);
    }

    @PostMapping("/w/{network}/organisations/{id}/host")
    String host(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String host,
            HttpServletRequest request) {
        var name = named(visitor, id);
        if (host.isBlank()) kin.unhost(new OrganisationId(id));
        else kin.host(new OrganisationId(id), other(host));
        return redirects.done(request, path(visitor, id), "directory.organisation.saved", name);
    }

    @PostMapping("/w/{network}/organisations/{id}/coordination")
    String coordinate(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        var name = named(visitor, id);
        kin.appointCoordinator(new OrganisationId(id));
        return redirects.done(request, path(visitor, id), "directory.organisation.saved", name);
    }

    /// What is not there is not found, before anybody learns whether they would be allowed.
    private String named(Visitor visitor, UUID id) {
        var name = organisations.entry(new OrganisationId(id)).entry().name();
        Forbidden.unless(may.maintainAll(visitor));
        return name;
    }

    private OrganisationId other(String typed) {
        return organisations.called(typed).orElseThrow(() -> new Refused("directory.organisation.unknown", typed));
    }

    private static String path(Visitor visitor, UUID id) {
        return visitor.base() + "/organisations/" + id;
    }
}
