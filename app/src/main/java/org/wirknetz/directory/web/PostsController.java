package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.MandateId;
import org.wirknetz.directory.Mandates;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.PositionId;
import org.wirknetz.directory.Positions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// What a person does: begun, ended, taken out because it was never true.
@Controller
class PostsController {

    private final DirectoryPermissions may;
    private final People people;
    private final Organisations organisations;
    private final Positions positions;
    private final Mandates mandates;
    private final Redirects redirects;

    PostsController(
            DirectoryPermissions may,
            People people,
            Organisations organisations,
            Positions positions,
            Mandates mandates,
            Redirects redirects) {
        this.may = may;
        this.people = people;
        this.organisations = organisations;
        this.positions = positions;
        this.mandates = mandates;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/people/{id}/posts")
    String open(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String organisation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String function,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            HttpServletRequest request) {
        var person = new PersonId(id);
        var name = people.entry(person).entry().name();
        var place = organisations
                .called(organisation)
                .orElseThrow(() -> new Refused("directory.organisation.unknown", organisation));
        Forbidden.unless(may.place(visitor, person, place));
        var mandate = PostWords.kind(kind);
        if (mandate == null) positions.open(person, place, function, PostWords.level(level), from, to);
        else mandates.open(person, place, mandate, function, PostWords.level(level), from, to);
        return redirects.done(request, visitor.base() + "/people/" + id, "directory.person.saved", name);
    }

    @PostMapping("/w/{network}/people/{id}/positions/{post}/end")
    String endPosition(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID post,
            @RequestParam LocalDate on,
            HttpServletRequest request) {
        var position = new PositionId(post);
        allow(visitor, positions.organisation(new PersonId(id), position));
        positions.end(position, on);
        return saved(visitor, id, request);
    }

    @PostMapping("/w/{network}/people/{id}/mandates/{post}/end")
    String endMandate(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID post,
            @RequestParam LocalDate on,
            HttpServletRequest request) {
        var mandate = new MandateId(post);
        allow(visitor, mandates.organisation(new PersonId(id), mandate));
        mandates.end(mandate, on);
        return saved(visitor, id, request);
    }

    @PostMapping("/w/{network}/people/{id}/mandates/{post}/deputy")
    String appointDeputy(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID post,
            @RequestParam(required = false) @Nullable UUID deputy,
            @RequestParam(required = false) @Nullable String seen,
            HttpServletRequest request) {
        var mandate = new MandateId(post);
        allow(visitor, mandates.organisation(new PersonId(id), mandate));
        var chosen = deputy == null ? null : new PersonId(deputy);
        if (seen != null) mandates.replaceDeputy(mandate, chosen, seen);
        else if (chosen == null) mandates.dismissDeputy(mandate);
        else mandates.appointDeputy(mandate, chosen);
        return saved(visitor, id, request);
    }

    @PostMapping("/w/{network}/people/{id}/positions/{post}/removal")
    String withdrawPosition(
            Visitor visitor, @PathVariable UUID id, @PathVariable UUID post, HttpServletRequest request) {
        positions.organisation(new PersonId(id), new PositionId(post));
        Forbidden.unless(may.maintainAll(visitor));
        positions.withdraw(new PositionId(post));
        return saved(visitor, id, request);
    }

    @PostMapping("/w/{network}/people/{id}/mandates/{post}/removal")
    String withdrawMandate(
            Visitor visitor, @PathVariable UUID id, @PathVariable UUID post, HttpServletRequest request) {
        mandates.organisation(new PersonId(id), new MandateId(post));
        Forbidden.unless(may.maintainAll(visitor));
        mandates.withdraw(new MandateId(post));
        return saved(visitor, id, request);
    }

    private void allow(Visitor visitor, OrganisationId organisation) {
        Forbidden.unless(may.maintain(visitor, organisation));
    }

    private String saved(Visitor visitor, UUID id, HttpServletRequest request) {
        var name = people.entry(new PersonId(id)).entry().name();
        // Ended was perhaps the last post: then only the office still sees the person.
        var target = visitor.isOffice() ? visitor.base() + "/people/" + id : visitor.base() + "/people";
        return redirects.done(request, target, "directory.person.saved", name);
    }
}
