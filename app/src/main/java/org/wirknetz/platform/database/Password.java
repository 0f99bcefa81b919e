package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// A password of 24 random bytes in a file that only its owner may read.
record Password(Path file) {

    /// True if it was made just now.
    boolean createIfMissing() throws IOException {
        if (exists()) {
            return false;
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return true;
    }

    boolean exists() {
        return Files.exists(file);
    }

    String read() throws IOException {
        return Files.readString(file).strip();
    }
}
