package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class Argon2idTests {

    private final SecureRandom random = new SecureRandom();

    /// Whoever asks for an account that is not there must wait as long: the same memory, passes, lanes and lengths.
    @Test
    void trying_nobodys_password_is_as_dear_as_anybodys() {
        var nobodys = Argon2id.ofNobody(random).split("\\$");
        var anybodys = Argon2id.encoder().encode("a long enough password").split("\\$");
        assertThat(nobodys).hasSameSizeAs(anybodys);
        for (int part = 0; part < 4; part++) assertThat(nobodys[part]).isEqualTo(anybodys[part]);
        for (int part = 4; part < 6; part++) assertThat(nobodys[part]).hasSameSizeAs(anybodys[part]);
    }

    @Test
    void nothing_opens_nobodys_password_and_no_two_are_the_same() {
        var hash = Argon2id.ofNobody(random);
        assertThat(Argon2id.encoder().matches("", hash)).isFalse();
        assertThat(Argon2id.encoder().matches("lindenfurt-demo", hash)).isFalse();
        assertThat(Argon2id.ofNobody(random)).isNotEqualTo(hash);
    }
}
