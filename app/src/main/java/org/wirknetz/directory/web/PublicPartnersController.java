package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.directory.PublicDirectory;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.NotFound;

/// The directory for everybody: only cards and fields made public, only members, only when the office has opened it.
@Controller
public class PublicPartnersController {

    private final PartnerCards cards;
    private final Desk desk;
    private final PublicDirectory publicDirectory;

    PublicPartnersController(PartnerCards cards, Desk desk, PublicDirectory publicDirectory) {
        this.cards = cards;
        this.desk = desk;
        this.publicDirectory = publicDirectory;
    }

    public record Partner(
            UUID id,
            String name,
            boolean coordinator,
            @Nullable String groups,
            @Nullable String area,
            @Nullable String website,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city) {

        /// As a file to take along (vCard 4.0).
        void writeTo(HttpServletResponse response) throws IOException {
            Attachment.named(response, "text/vcard;charset=UTF-8", name + ".vcf");
            try (var file = new CardFile(response.getOutputStream())) {
                file.begin("org", id.toString(), name);
                file.parts("ORG", name);
                file.address("EMAIL", email);
                file.text("TEL", phone);
                file.address("URL", website);
                if (street != null || city != null) file.parts("ADR", "", "", street, city, "", postcode, "");
                file.end();
            }
        }
    }

    @GetMapping("/n/{network}/partners")
    ModelAndView list(@PathVariable String network) {
        var all = partners();
        return desk.page(
                "public-partners",
                desk.say("directory.public.title"),
                List.of(),
                Map.of(
                        "office", all.stream().filter(Partner::coordinator).toList(),
                        "partners", all.stream().filter(it -> !it.coordinator()).toList(),
                        "path", "/n/" + network + "/partners"));
    }

    /// The card of one partner to take along, most of all the office's.
    @GetMapping("/n/{network}/partners/{id}.vcf")
    void card(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var partner =
                partners().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        partner.writeTo(response);
    }

    /// @throws NotFound while the directory is closed: that there is one is nobody's business
    private List<Partner> partners() {
        if (!publicDirectory.isOpen()) throw new NotFound();
        return cards.members(Sight.PUBLIC);
    }
}
