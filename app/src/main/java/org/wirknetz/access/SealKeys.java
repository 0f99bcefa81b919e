package org.wirknetz.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wirknetz.platform.WirknetzSettings;

/// Where the key of this installation comes from: `WIRKNETZ_KEY`, a file named by `WIRKNETZ_KEY_FILE`, or the file
/// `key` of the data folder, made at the first start for its owner's eyes only. Several keys, one a line or with commas
/// between: the first seals, the others still open what they sealed.
@Configuration(proxyBeanMethods = false)
class SealKeys {

    private static final int BYTES = 32;

    @Bean
    Seal seal(
            WirknetzSettings settings,
            @Value("${wirknetz.key:}") String key,
            @Value("${wirknetz.key.file:}") String file) {
        if (!key.isBlank()) return new Seal(read(key, "WIRKNETZ_KEY"));
        var path = file.isBlank() ? settings.data().resolve("key") : Path.of(file);
        try {
            if (file.isBlank()) make(path);
            return new Seal(read(Files.readString(path), path.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key cannot be read: " + path, unreadable);
        }
    }

    static List<byte[]> read(String text, String where) {
        return Stream.of(text.strip().split("[,\\s]+"))
                .map(it -> key(it, where))
                .toList();
    }

    private static byte[] key(String text, String where) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) return key;
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException(sentence(where), noBase64);
        }
        throw new IllegalArgumentException(sentence(where));
    }

    private static String sentence(String where) {
        return where + " must hold 32 random bytes in Base64, such as: openssl rand -base64 32";
    }

    private static void make(Path path) throws IOException {
        if (Files.exists(path)) return;
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(
                path.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var fresh = Files.createTempFile(path.toAbsolutePath().getParent(), "key-", ".new");
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes) + "\n");
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
