package org.wirknetz.platform.mail;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/// Checks a signature as a receiver does (RFC 6376, relaxed/relaxed), written apart from the library that
/// signs.
final class DkimProof {

    private DkimProof() {}

    static boolean holds(MimeMessage message, PublicKey key) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var whole = bytes.toString(StandardCharsets.ISO_8859_1).replaceAll("(?<!\r)\n", "\r\n");
        int end = whole.indexOf("\r\n\r\n");
        var headers = whole.substring(0, end + 2).replaceAll("\r\n[ \t]+", " ").split("\r\n");
        var field = Arrays.stream(headers)
                .filter(it -> it.startsWith("DKIM-Signature:"))
                .findFirst()
                .orElseThrow();
        var digest = MessageDigest.getInstance("SHA-256").digest(latin(body(whole.substring(end + 4))));
        if (!Base64.getEncoder().encodeToString(digest).equals(tag(field, "bh").replaceAll("\\s", ""))) {
            throw new AssertionError("The body is another one.\n" + whole);
        }
        var signed = new StringBuilder();
        for (var name : tag(field, "h").replaceAll("\\s", "").split(":")) {
            Arrays.stream(headers)
                    .filter(it -> it.toLowerCase(java.util.Locale.ROOT)
                            .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                    .reduce((first, last) -> last)
                    .ifPresent(it -> signed.append(header(it)).append("\r\n"));
        }
        signed.append(header(field.replaceFirst("(;\\s*b=)[^;]*", "$1")));
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(key);
        check.update(latin(signed.toString()));
        if (!check.verify(Base64.getMimeDecoder().decode(tag(field, "b"))))
            throw new AssertionError(signed + "\n" + whole);
        return true;
    }

    private static String tag(String field, String name) {
        var found = Pattern.compile("[;:]\\s*" + name + "=([^;]*)").matcher(field);
        if (!found.find()) throw new IllegalArgumentException(name + " in " + field);
        return found.group(1);
    }

    private static String header(String line) {
        int colon = line.indexOf(':');
        return line.substring(0, colon).toLowerCase(java.util.Locale.ROOT).strip() + ":"
                + line.substring(colon + 1).replaceAll("[ \t]+", " ").strip();
    }

    private static String body(String body) {
        return body.replaceAll("[ \t]+\r\n", "\r\n").replaceAll("[ \t]+", " ").replaceAll("(\r\n)+$", "") + "\r\n";
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
