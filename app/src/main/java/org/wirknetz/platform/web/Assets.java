package org.wirknetz.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Static files by name; `assets/css/base.css` becomes `/assets/css/base.css?v=<hash>`.
@Component
class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String file) {
        return addresses.computeIfAbsent(file, Assets::withHash);
    }

    private static String withHash(String file) {
        var resource = new ClassPathResource("static/" + file);
        if (!resource.exists()) return "/" + file;
        try (var in = resource.getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return "/" + file + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
