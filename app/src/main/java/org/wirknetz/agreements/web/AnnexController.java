package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Annexes;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// Annexes of one agreement: added, replaced, taken out.
@Controller
class AnnexController {

    private final Annexes annexes;
    private final AgreementDoor door;
    private final Redirects redirects;

    AnnexController(Annexes annexes, AgreementDoor door, Redirects redirects) {
        this.annexes = annexes;
        this.door = door;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/agreements/{agreement}/annexes")
    String add(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam("annex") MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        door.openInside(visitor, agreement);
        if (file.getSize() > Document.MOST) throw new Refused("platform.document.big", Document.MOST >> 20);
        var document = Document.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        annexes.add(new AgreementId(agreement), document);
        return redirects.done(request, back(visitor, agreement), "agreements.annex.added");
    }

    @PostMapping("/w/{network}/agreements/{agreement}/annexes/{annex}/removal")
    String drop(Visitor visitor, @PathVariable UUID agreement, @PathVariable UUID annex, HttpServletRequest request) {
        door.openInside(visitor, agreement);
        annexes.drop(new AgreementId(agreement), annex);
        return redirects.done(request, back(visitor, agreement), "agreements.annex.dropped");
    }

    private static String back(Visitor visitor, UUID agreement) {
        return visitor.base() + "/agreements/" + agreement + "#annexes";
    }
}
