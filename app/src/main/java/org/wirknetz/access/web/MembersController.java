package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.AccessPermissions;
import org.wirknetz.access.Invitations;
import org.wirknetz.access.OrganisationChoices;
import org.wirknetz.access.Role;
import org.wirknetz.access.Seats;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// Who has access to the network, and letting others in.
@Controller
class MembersController {

    private final AccessPermissions may;
    private final Seats seats;
    private final Invitations invitations;
    private final ObjectProvider<OrganisationChoices> organisations;
    private final Mails mails;
    private final NewPassword checks;
    private final Redirects redirects;

    MembersController(
            AccessPermissions may,
            Seats seats,
            Invitations invitations,
            ObjectProvider<OrganisationChoices> organisations,
            Mails mails,
            NewPassword checks,
            Redirects redirects) {
        this.may = may;
        this.seats = seats;
        this.invitations = invitations;
        this.organisations = organisations;
        this.mails = mails;
        this.checks = checks;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/members")
    ModelAndView members(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.invite(visitor));
        return page(HttpStatus.OK, visitor, new Typed("", null, null), List.of(), "", request);
    }

    private record Typed(
            String email, @Nullable Role role, @Nullable UUID organisation) {}

    @PostMapping("/w/{network}/members/invitations")
    ModelAndView invite(
            Visitor visitor,
            @RequestParam(defaultValue = "") String email,
            @RequestParam Role role,
            @RequestParam(required = false) @Nullable UUID organisation,
            HttpServletRequest request) {
        var partner = role == Role.PARTNER_ADMIN || role == Role.PARTNER_STAFF;
        var where = partner ? organisation : null;
        Forbidden.unless(may.invite(visitor, role, where));
        var problems = new ArrayList<>(checks.emailProblem(request, email));
        if (partner && where == null) {
            problems.add(new Problem("organisation", redirects.say(request, "access.seat.needs-organisation")));
        }
        if (!problems.isEmpty()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT, visitor, new Typed(email, role, where), problems, "", request);
        }
        var place = where == null ? "" : name(where).orElseThrow(NotFound::new);
        var link = invitations.invite(email, role, where, place, Words.closest(RequestContextUtils.getLocale(request)));
        if (mails.canSend()) {
            return new ModelAndView(
                    redirects.told(request, visitor.base() + "/members", "access.invitation.sent", email.strip()));
        }
        return page(HttpStatus.OK, visitor, new Typed("", null, null), List.of(), link, request);
    }

    @PostMapping("/w/{network}/members/invitations/{invitation}/revocation")
    String revoke(Visitor visitor, @PathVariable UUID invitation, HttpServletRequest request) {
        Forbidden.unless(may.invite(visitor));
        var known = invitations.require(invitation);
        Forbidden.unless(may.invite(visitor, known.as(), known.organisation()));
        invitations.revoke(invitation);
        return redirects.told(request, visitor.base() + "/members", "access.invitation.revoked", known.email());
    }

    @PostMapping("/w/{network}/members/{seat}/role")
    String changeRole(
            Visitor visitor,
            @PathVariable UUID seat,
            @RequestParam Role role,
            @RequestParam(required = false) @Nullable UUID organisation,
            HttpServletRequest request) {
        Forbidden.unless(may.changeSeats(visitor));
        var known = seats.require(seat);
        var where = organisation == null ? known.organisation() : organisation;
        seats.changeRole(seat, role, where);
        return redirects.told(request, visitor.base() + "/members", "access.seat.changed", known.name());
    }

    @PostMapping("/w/{network}/members/{seat}/removal")
    String remove(Visitor visitor, @PathVariable UUID seat, HttpServletRequest request) {
        Forbidden.unless(may.invite(visitor));
        var known = seats.require(seat);
        Forbidden.unless(may.removeSeat(visitor, known.as(), known.organisation()));
        seats.remove(seat);
        return redirects.told(request, visitor.base() + "/members", "access.seat.removed", known.name());
    }

    private ModelAndView page(
            HttpStatus status,
            Visitor visitor,
            Typed typed,
            List<Problem> problems,
            String link,
            HttpServletRequest request) {
        var names = new java.util.HashMap<UUID, String>();
        choices().forEach(it -> names.put(it.organisation(), it.name()));
        var members = seats.all().stream()
                .filter(seat -> visitor.isOffice() || sees(visitor, seat.organisation()))
                .map(seat -> new MembersPage.Member(
                        seat,
                        seat.organisation() == null ? "" : names.getOrDefault(seat.organisation(), ""),
                        rolesFor(visitor, seat, request),
                        may.removeSeat(visitor, seat.as(), seat.organisation())))
                .toList();
        var open = invitations.open().stream()
                .filter(it -> may.invite(visitor, it.as(), it.organisation()))
                .map(it -> new MembersPage.Open(
                        it, java.time.LocalDate.ofInstant(it.expiresAt(), org.wirknetz.platform.ClockSource.ZONE)))
                .toList();
        var page = new MembersPage(
                members,
                open,
                roles(visitor, typed.role(), request),
                organisationChoices(visitor, names, typed.organisation(), request),
                typed.email(),
                problems,
                link,
                mails.canSend(),
                visitor.isOffice());
        return new ModelAndView(
                "access/members",
                Map.of("title", redirects.say(request, "access.members.title"), "page", page),
                status);
    }

    private static boolean sees(Visitor visitor, @Nullable UUID organisation) {
        return organisation != null && visitor.administers(organisation);
    }

    private List<Choice> roles(Visitor visitor, @Nullable Role chosen, HttpServletRequest request) {
        return Stream.of(Role.values())
                .filter(role -> visitor.isOffice() || role == Role.PARTNER_STAFF)
                .map(role -> new Choice(
                        role.name(),
                        redirects.say(request, "access.role." + role),
                        role
                                == (chosen == null
                                        ? visitor.isOffice() ? Role.PARTNER_ADMIN : Role.PARTNER_STAFF
                                        : chosen),
                        redirects.say(request, "access.role." + role + ".help")))
                .toList();
    }

    /// A seat without an organisation cannot become a partner's here: invite the person to the organisation instead.
    private List<Choice> rolesFor(Visitor visitor, Seats.Seat seat, HttpServletRequest request) {
        if (!may.changeSeats(visitor)) return List.of();
        return Stream.of(Role.values())
                .filter(role ->
                        seat.organisation() != null || (role != Role.PARTNER_ADMIN && role != Role.PARTNER_STAFF))
                .map(role -> new Choice(role.name(), redirects.say(request, "access.role." + role), role == seat.as()))
                .toList();
    }

    private List<Choice> organisationChoices(
            Visitor visitor, Map<UUID, String> names, @Nullable UUID chosen, HttpServletRequest request) {
        var mine = names.entrySet().stream()
                .filter(it -> visitor.isOffice() || visitor.administers(it.getKey()))
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .map(it -> new Choice(
                        it.getKey().toString(), it.getValue(), it.getKey().equals(chosen)))
                .toList();
        // Nobody becomes the administration of a partner because it stood first.
        return mine.size() <= 1
                ? mine
                : Stream.concat(
                                Stream.of(
                                        new Choice("", redirects.say(request, "access.invite.choose"), chosen == null)),
                                mine.stream())
                        .toList();
    }

    private List<OrganisationChoices.Named> choices() {
        return organisations.stream().flatMap(it -> it.all().stream()).toList();
    }

    private Optional<String> name(UUID organisation) {
        return organisations.stream()
                .flatMap(it -> it.name(organisation).stream())
                .findFirst();
    }
}
