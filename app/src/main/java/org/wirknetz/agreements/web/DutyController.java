package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Duty;
import org.wirknetz.agreements.Evidence;
import org.wirknetz.agreements.ObligationId;
import org.wirknetz.agreements.Obligations;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// One duty of an agreement: named, changed, taken out, done.
@Controller
class DutyController {

    private final Obligations obligations;
    private final AgreementsPermissions may;
    private final AgreementDoor door;
    private final AgreementsDesk desk;
    private final Redirects redirects;

    DutyController(
            Obligations obligations,
            AgreementsPermissions may,
            AgreementDoor door,
            AgreementsDesk desk,
            Redirects redirects) {
        this.obligations = obligations;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/agreements/{agreement}/obligations")
    String add(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        door.openInside(visitor, agreement);
        obligations.add(new AgreementId(agreement), duty(duty, owner, due));
        return redirects.done(request, back(visitor, agreement), "agreements.obligation.added");
    }

    @PostMapping("/w/{network}/obligations/{obligation}")
    String change(
            Visitor visitor,
            @PathVariable UUID obligation,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        var known = obligations.require(new ObligationId(obligation));
        door.openInside(visitor, known.agreement());
        obligations.change(new ObligationId(obligation), version, duty(duty, owner, due));
        return redirects.done(request, back(visitor, known.agreement()), "agreements.obligation.changed");
    }

    /// @param owner an organisation, or person and organisation parted by a space
    private static Duty duty(String title, String owner, String due) {
        var parts = owner.strip().split(" ", -1);
        var organisation = AgreementForm.id(parts[parts.length - 1]);
        var person = parts.length == 2 ? AgreementForm.id(parts[0]) : null;
        if (organisation == null) throw new Refused("agreements.obligation.no-party");
        var day = due.isBlank() ? null : AgreementForm.day(due.strip());
        if (!due.isBlank() && day == null) throw new Refused("agreements.no-date", due);
        return new Duty(title, new OrganisationId(organisation), person == null ? null : new PersonId(person), day);
    }

    @PostMapping("/w/{network}/obligations/{obligation}/removal")
    String remove(Visitor visitor, @PathVariable UUID obligation, HttpServletRequest request) {
        var known = obligations.require(new ObligationId(obligation));
        door.openInside(visitor, known.agreement());
        obligations.remove(new ObligationId(obligation));
        return redirects.done(request, back(visitor, known.agreement()), "agreements.obligation.removed");
    }

    @PostMapping("/w/{network}/obligations/{obligation}/fulfilment")
    String fulfil(
            Visitor visitor,
            @PathVariable UUID obligation,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(value = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var known = obligations.require(new ObligationId(obligation));
        Forbidden.unless(may.negotiate(visitor, List.of(known.organisation())));
        LocalDate doneOn = day.isBlank() ? desk.today() : AgreementForm.day(day.strip());
        if (doneOn == null) throw new Refused("agreements.no-date", day);
        obligations.fulfil(new ObligationId(obligation), doneOn, new Evidence(evidence, link, document(file)));
        return redirects.done(request, back(visitor, known.agreement()), "agreements.obligation.done");
    }

    private static @Nullable Document document(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) return null;
        if (file.getSize() > Document.MOST) throw new Refused("platform.document.big", Document.MOST >> 20);
        return Document.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }

    private static String back(Visitor visitor, UUID agreement) {
        return visitor.base() + "/agreements/" + agreement + "#obligations";
    }
}
