package org.wirknetz.agreements.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.AccessiblePdf;

/// An agreement on paper: as an accessible PDF, or as DOCX to go on writing. In German, as it is signed.
@Controller
class PaperController {

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final JdbcClient db;
    private final AgreementDoor door;
    private final Words words;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    PaperController(JdbcClient db, AgreementDoor door, Words words) {
        this.db = db;
        this.door = door;
        this.words = words;
    }

    @GetMapping("/w/{network}/agreements/{agreement}/paper")
    ResponseEntity<byte[]> paper(
            Visitor visitor, @PathVariable UUID agreement, @RequestParam(defaultValue = "pdf") String format) {
        var type = TYPES.get(format);
        if (type == null) throw new NotFound();
        var paper = paper(door.openInside(visitor, agreement));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name(paper.title()) + "." + format, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(format.equals("docx") ? WordFile.of(paper) : AccessiblePdf.of(html(paper)));
    }

    private String html(Paper paper) {
        var page = new StringOutput();
        engine.render("org/wirknetz/agreements/web/paper.jte", paper, page);
        return page.toString();
    }

    private Paper paper(AgreementPage page) {
        var sealed = db.sql("""
                        select sealed from agreements.wording
                         where network = platform.network() and agreement = ? order by number desc limit 1
                        """)
                .param(page.row().id())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        var latest = page.wordings().getFirst();
        List<String> signatures = page.parties().stream()
                .map(party -> line(party, page.signature(party)))
                .toList();
        return Paper.of(
                sealed,
                say("agreements.paper.description"),
                say("agreements.section.signatures"),
                signatures,
                say("agreements.paper.foot", latest.number(), latest.writtenOn().toString(), latest.sha256()));
    }

    private String line(
            AgreementPage.Party party, AgreementPage.@org.jspecify.annotations.Nullable Signature signature) {
        if (signature == null) return say("agreements.paper.blank", party.name());
        return say(
                "agreements.paper.signed",
                party.name(),
                signature.name(),
                org.wirknetz.agreements.SealedText.day(signature.signedOn()),
                say("agreements.paper.kind." + signature.kind()));
    }

    private String say(String key, Object... values) {
        return words.say(Locale.GERMAN, key, values);
    }

    private static String name(String title) {
        var clean = title.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
        return clean.isEmpty() ? "vereinbarung" : clean.length() > 100 ? clean.substring(0, 100) : clean;
    }
}
