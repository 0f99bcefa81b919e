package org.wirknetz.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A file somebody brought: looked at by its first and last bytes, never by what it calls itself.
///
/// @param name as it is kept: without folders and control characters
public record Document(String name, String mediaType, byte[] bytes) {

    public static final int MOST = 10 << 20;

    /// @throws Refused when it is empty, too big, or neither PDF, PNG nor JPEG
    public static Document of(String name, byte[] bytes) {
        if (bytes.length == 0) throw new Refused("platform.document.empty");
        if (bytes.length > MOST) throw new Refused("platform.document.big", MOST >> 20);
        return new Document(plain(name), mediaType(bytes), bytes);
    }

    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (clean.isEmpty()) return "dokument";
        return clean.length() > 200 ? clean.substring(clean.length() - 200) : clean;
    }

    private static String mediaType(byte[] bytes) {
        if (starts(bytes, "%PDF-") && tail(bytes).contains("%%EOF")) {
            refuseActive(bytes);
            return "application/pdf";
        }
        if (starts(bytes, "\u0089PNG\r\n\u001a\n") && tail(bytes).contains("IEND")) return "image/png";
        if (starts(bytes, "\u00ff\u00d8\u00ff") && tail(bytes).contains("\u00ff\u00d9")) return "image/jpeg";
        throw new Refused("platform.document.kind");
    }

    /// A scan needs no script. What hides one in compressed streams is still only ever handed out as a download.
    private static void refuseActive(byte[] bytes) {
        for (var word : List.of("/javascript", "/launch", "/embeddedfile"))
            if (names(bytes, word)) throw new Refused("platform.document.active");
    }

    /// In place, whatever the case of its letters: a copy of ten megabytes for each look would be dear.
    private static boolean names(byte[] bytes, String word) {
        for (int at = 0; at <= bytes.length - word.length(); at++) {
            int same = 0;
            while (same < word.length() && lower(bytes[at + same]) == word.charAt(same)) same++;
            if (same == word.length()) return true;
        }
        return false;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private static boolean starts(byte[] bytes, String magic) {
        var wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(Arrays.copyOf(bytes, wanted.length), wanted);
    }

    private static String tail(byte[] bytes) {
        return new String(
                bytes, Math.max(0, bytes.length - 1024), Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
