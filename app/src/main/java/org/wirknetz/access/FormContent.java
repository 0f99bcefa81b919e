package org.wirknetz.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.AccountId;

/// A digest of everything a form brought: path, fields, files. It begins with the form's own secret word, so that
/// nobody can try out of it what somebody typed.
final class FormContent {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_form");

    private FormContent() {}

    static byte[] of(HttpServletRequest request, String word) throws IOException, ServletException {
        var digest = sha256();
        add(digest, word);
        add(digest, request.getRequestURI());
        for (var field : new TreeMap<>(request.getParameterMap()).entrySet()) {
            if (NOT_TYPED.contains(field.getKey())) continue;
            add(digest, field.getKey());
            for (var value : field.getValue()) add(digest, value);
        }
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            for (var part : request.getParts()) {
                if (part.getSubmittedFileName() == null) continue;
                add(digest, part.getName() + "/" + part.getSubmittedFileName() + "/" + part.getSize());
                try (var file = part.getInputStream();
                        var into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                    file.transferTo(into);
                }
            }
        }
        return digest.digest();
    }

    /// What is kept of the word itself: another one for each account, and nothing that leads back to it.
    static byte[] mark(@Nullable AccountId account, String word) {
        var digest = sha256();
        add(digest, account == null ? "" : account.value().toString());
        add(digest, word);
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
