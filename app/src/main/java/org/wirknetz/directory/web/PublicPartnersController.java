package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient db;
    private final Desk desk;
    private final PublicDirectory publicDirectory;

    PublicPartnersController(JdbcClient db, Desk desk, PublicDirectory publicDirectory) {
        this.db = db;
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
            @Nullable String city) {}

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
        Attachment.named(response, "text/vcard;charset=UTF-8", partner.name() + ".vcf");
        try (var cards = new CardFile(response.getOutputStream())) {
            cards.begin("org", partner.id().toString(), partner.name());
            cards.parts("ORG", partner.name());
            cards.address("EMAIL", partner.email());
            cards.text("TEL", partner.phone());
            cards.address("URL", partner.website());
            if (partner.street() != null || partner.city() != null) {
                cards.parts("ADR", "", "", partner.street(), partner.city(), "", partner.postcode(), "");
            }
            cards.end();
        }
    }

    /// @throws NotFound while the directory is closed: that there is one is nobody's business
    private List<Partner> partners() {
        if (!publicDirectory.isOpen()) throw new NotFound();
        return db.sql("""
                        select o.id, o.name, o.coordinator,
                               (select string_agg(case when :language = 'en' then g.name_en else g.name_de end, ', ' order by g.position)
                                  from directory.organisation_group og
                                  join directory.actor_group g on g.network = og.network and g.id = og.actor_group
                                 where og.network = o.network and og.organisation = o.id) as groups,
                               a.name as area, o.website, o.email, o.phone, o.street, o.postcode, o.city
                          from directory.organisation_seen(:audience, '{}') o
                          left join directory.area a on a.network = o.network and a.id = o.area
                         where o.network = platform.network()
                           and (o.coordinator or exists (
                                select from directory.membership m where m.network = o.network and m.organisation = o.id
                                   and m.status in ('ACTIVE', 'DORMANT')
                                   and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)))
                         order by platform.fold(o.name), o.id
                        """)
                .param("language", desk.locale().getLanguage())
                .param("audience", Sight.PUBLIC.audience())
                .param("today", desk.today())
                .query(Partner.class)
                .list();
    }
}
