package org.wirknetz.newsletter.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// A mail as a page of its own, under rules stricter than ours: no scripts, no forms, nothing fetched; the
/// one style it brings is allowed by its hash.
@Component
class MailPreview {

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    ResponseEntity<String> page(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + style(html)
                                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups")
                .body(html);
    }

    private static String style(String html) {
        var found = STYLE.matcher(html);
        return found.find() ? "'sha256-" + Base64.getEncoder().encodeToString(sha(found.group(1))) + "'" : "'none'";
    }

    private static byte[] sha(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
