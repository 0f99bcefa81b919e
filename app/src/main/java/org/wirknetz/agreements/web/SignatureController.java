package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Documents;
import org.wirknetz.agreements.Signatures;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Download;
import org.wirknetz.platform.web.Redirects;

/// Signing an agreement, here or on paper, and reading the files that belong to it.
@Controller
class SignatureController {

    private final Signatures signatures;
    private final Documents documents;
    private final AgreementDoor door;
    private final AgreementView view;
    private final Redirects redirects;

    SignatureController(
            Signatures signatures, Documents documents, AgreementDoor door, AgreementView view, Redirects redirects) {
        this.signatures = signatures;
        this.documents = documents;
        this.door = door;
        this.view = view;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/agreements/{agreement}/signatures")
    Object sign(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String read,
            HttpServletRequest request) {
        var page = door.openToRead(visitor, agreement);
        if (read.isEmpty()) return view.unread(visitor, page, organisation);
        boolean concluded = signatures.sign(
                new AgreementId(agreement), new OrganisationId(organisation), door.email(visitor), shown);
        return told(request, visitor, agreement, concluded);
    }

    /// @param signer person and organisation, parted by a space
    @PostMapping("/w/{network}/agreements/{agreement}/paper-signatures")
    String enterPaper(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam("scan") MultipartFile scan,
            HttpServletRequest request)
            throws IOException {
        door.openInside(visitor, agreement);
        var parts = signer.split(" ", -1);
        var person = parts.length == 2 ? AgreementForm.id(parts[0]) : null;
        var organisation = parts.length == 2 ? AgreementForm.id(parts[1]) : null;
        var signedOn = AgreementForm.day(day.strip());
        if (person == null || organisation == null) throw new Refused("agreements.sign.choose");
        Forbidden.unless(SigningPage.mayEnterPaper(visitor, organisation));
        if (signedOn == null) throw new Refused("agreements.no-date", day);
        if (scan.getSize() > Document.MOST) throw new Refused("platform.document.big", Document.MOST >> 20);
        var document = Document.of(Objects.requireNonNullElse(scan.getOriginalFilename(), ""), scan.getBytes());
        boolean concluded = signatures.enterPaper(
                new AgreementId(agreement),
                new OrganisationId(organisation),
                new PersonId(person),
                signedOn,
                document,
                shown);
        return told(request, visitor, agreement, concluded);
    }

    /// Nothing to take back here: a signature stays.
    private String told(HttpServletRequest request, Visitor visitor, UUID agreement, boolean concluded) {
        return redirects.told(
                request,
                visitor.base() + "/agreements/" + agreement + "#signatures",
                concluded ? "agreements.concluded" : "agreements.signed");
    }

    @GetMapping("/w/{network}/agreements/{agreement}/documents")
    void read(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam(defaultValue = "") String id,
            HttpServletResponse response)
            throws IOException {
        door.openToRead(visitor, agreement);
        var wanted = AgreementForm.id(id);
        if (wanted == null) throw new NotFound();
        Download.of(documents.read(new AgreementId(agreement), wanted), response);
    }
}
