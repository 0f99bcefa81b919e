package org.wirknetz.agreements.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.wirknetz.agreements.SealedText;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.OpenTextPaper;
import org.wirknetz.platform.web.Paper;
import org.wirknetz.platform.web.PdfPaper;
import org.wirknetz.platform.web.WordPaper;

/// An agreement on paper: as an accessible PDF, as DOCX or ODT to go on writing, or as the bare text whose SHA-256 is
/// the fingerprint under the signatures. In German, as it is signed.
@Controller
class PaperController {

    private static final Map<String, String> TYPES = Map.of(
            "pdf",
            "application/pdf",
            "docx",
            WordPaper.TYPE,
            "odt",
            OpenTextPaper.TYPE,
            "txt",
            "text/plain;charset=UTF-8");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.GERMAN);

    private final JdbcClient db;
    private final AgreementDoor door;
    private final Words words;
    private final Clock clock;

    PaperController(JdbcClient db, AgreementDoor door, Words words, Clock clock) {
        this.db = db;
        this.door = door;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/w/{network}/agreements/{agreement}/paper")
    ResponseEntity<byte[]> paper(
            Visitor visitor, @PathVariable UUID agreement, @RequestParam(defaultValue = "pdf") String format) {
        var type = TYPES.get(format);
        if (type == null) throw new NotFound();
        var page = door.openToRead(visitor, agreement);
        var sealed = sealed(agreement);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(type))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name(page.row().title()) + "." + format, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(written(format, page, sealed));
    }

    private byte[] written(String format, AgreementPage page, String sealed) {
        return switch (format) {
            case "txt" -> sealed.getBytes(StandardCharsets.UTF_8);
            case "docx" -> WordPaper.of(paper(page, sealed));
            case "odt" -> OpenTextPaper.of(paper(page, sealed));
            default -> PdfPaper.of(paper(page, sealed));
        };
    }

    private String sealed(UUID agreement) {
        return db.sql("""
                        select sealed from agreements.wording
                         where network = platform.network() and agreement = ? order by number desc limit 1
                        """).param(agreement).query(String.class).optional().orElseThrow(NotFound::new);
    }

    private Paper paper(AgreementPage page, String sealed) {
        var latest = page.wordings().getFirst();
        return AgreementPaper.of(
                sealed,
                say("agreements.paper.description"),
                page.today(),
                say("agreements.section.signatures"),
                page.parties().stream()
                        .map(party -> lines(page, party, page.signature(party)))
                        .toList(),
                say(
                        "agreements.paper.foot",
                        latest.number(),
                        SealedText.day(latest.writtenOn()),
                        latest.sha256(),
                        SealedText.day(page.today()),
                        say("agreements.standing." + page.standing())));
    }

    /// Who signed and what proves it, or where to sign.
    private List<String> lines(
            AgreementPage page, AgreementPage.Party party, AgreementPage.@Nullable Signature signature) {
        if (signature == null)
            return List.of(say(
                    page.row().concludedOn() == null ? "agreements.paper.blank" : "agreements.paper.elsewhere",
                    party.name()));
        var named = signature.function().isEmpty() ? signature.name() : signature.name() + ", " + signature.function();
        var proof = new ArrayList<String>();
        proof.add(say("agreements.paper.signed", party.name(), named, SealedText.day(signature.signedOn())));
        proof.add(say(
                "agreements.paper.proof." + signature.kind(),
                signature.account() == null ? say("agreements.paper.account-gone") : signature.account(),
                MOMENT.withZone(clock.getZone()).format(signature.enteredAt())));
        if (signature.documentSha() != null)
            proof.add(say(
                    "agreements.paper.scan",
                    Objects.requireNonNull(signature.documentName()),
                    signature.documentSha()));
        return proof;
    }

    private String say(String key, Object... values) {
        return words.say(Locale.GERMAN, key, values);
    }

    private static String name(String title) {
        var clean = title.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
        return clean.isEmpty() ? "vereinbarung" : clean.length() > 100 ? clean.substring(0, 100) : clean;
    }
}
