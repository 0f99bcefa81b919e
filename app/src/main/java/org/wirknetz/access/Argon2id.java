package org.wirknetz.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// How passwords are hashed: Argon2id with 19 MiB, two passes, one lane; the OWASP minimum, 0.2 s on the machine of
/// the figures.
final class Argon2id {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;

    private Argon2id() {}

    static Argon2PasswordEncoder encoder() {
        return new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES);
    }

    /// A hash that belongs to no password and is as dear to try as any other. It is drawn, not computed: computing
    /// one was a tenth of every start.
    static String ofNobody(SecureRandom random) {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY, PASSES, LANES, drawn(random, SALT), drawn(random, HASH));
    }

    private static String drawn(SecureRandom random, int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }
}
