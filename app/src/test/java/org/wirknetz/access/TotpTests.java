package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238, appendix B, the column for SHA-1.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void a_phone_may_be_half_a_minute_off_and_no_more() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        for (int off = -2; off <= 2; off++) {
            var typed = Totp.code(SECRET, Totp.step(now) + off, 6);
            assertThat(Totp.accepted(SECRET, typed, now, 0).isPresent())
                    .as("off by " + off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void a_spent_step_opens_nothing() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        var typed = Totp.code(SECRET, Totp.step(now), 6);
        assertThat(Totp.accepted(SECRET, typed, now, Totp.step(now))).isEmpty();
        assertThat(Totp.accepted(SECRET, " " + typed.substring(0, 3) + " " + typed.substring(3), now, 0))
                .hasValue(Totp.step(now));
        assertThat(Totp.accepted(SECRET, "", now, 0)).isEmpty();
    }

    /// RFC 4648, section 10, without padding.
    @Test
    void secrets_are_typed_in_base_32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        assertThat(Totp.base32("foo".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6");
    }
}
