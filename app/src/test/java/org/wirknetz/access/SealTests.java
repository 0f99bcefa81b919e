package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.AccountId;

/// A copy of the database opens nobody's door. Seen failing: the secrets lay there as they were.
@RoomTest
class SealTests {

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    private static final byte[] ONE = key(1);
    private static final byte[] TWO = key(2);

    private static byte[] key(int seed) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return bytes;
    }

    private byte[] kept(AccountId account) {
        return db.sql("select secret from access.totp where account = ?")
                .param(account.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    @Test
    void the_secret_of_the_app_is_not_in_the_database() {
        var jonas = cast.stranger("Jonas Weber");
        var shown = secondFactor.begin(jonas, "jonas@test.example").secret().replace(" ", "");
        assertThat(kept(jonas)).hasSize(52);
        assertThat(Totp.base32(kept(jonas))).doesNotContain(shown);
        assertThat(secondFactor
                        .pending(jonas, "jonas@test.example")
                        .orElseThrow()
                        .secret()
                        .replace(" ", ""))
                .isEqualTo(shown);
    }

    @Test
    void a_secret_of_before_is_sealed_at_the_next_start_and_still_works() {
        var jonas = cast.stranger("Jonas Weber");
        var secret = key(7);
        var plain = java.util.Arrays.copyOf(secret, 20);
        db.sql("insert into access.totp (account, secret) values (?, ?)")
                .params(jonas.value(), plain)
                .update();
        assertThat(secondFactor.sealAnew()).isZero();
        assertThat(kept(jonas)).hasSize(52);
        assertThat(java.util.HexFormat.of().formatHex(kept(jonas)))
                .doesNotContain(java.util.HexFormat.of().formatHex(plain));
        assertThat(secondFactor
                        .pending(jonas, "x@test.example")
                        .orElseThrow()
                        .secret()
                        .replace(" ", ""))
                .isEqualTo(Totp.base32(plain));
    }

    @Test
    void a_sealed_secret_belongs_to_one_account_and_one_key() {
        var olga = new AccountId(UUID.randomUUID());
        var sealed = new Seal(List.of(ONE)).seal(olga, key(9));
        assertThat(new Seal(List.of(ONE)).open(olga, sealed)).contains(key(9));
        assertThat(new Seal(List.of(TWO)).open(olga, sealed)).isEmpty();
        assertThat(new Seal(List.of(TWO, ONE)).open(olga, sealed)).contains(key(9));
        assertThat(new Seal(List.of(TWO, ONE)).byFirstKey(sealed)).isFalse();
        assertThat(new Seal(List.of(ONE)).open(new AccountId(UUID.randomUUID()), sealed))
                .isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(new Seal(List.of(ONE)).open(olga, sealed)).isEmpty();
        assertThat(new Seal(List.of(ONE)).seal(olga, key(9)))
                .as("never twice the same")
                .isNotEqualTo(new Seal(List.of(ONE)).seal(olga, key(9)));
    }

    @Test
    void a_key_that_is_none_stops_the_start_with_a_sentence() {
        for (var wrong : List.of("secret", "????", Base64.getEncoder().encodeToString(new byte[31]))) {
            assertThatThrownBy(() -> SealKeys.read(wrong, "WIRKNETZ_KEY"))
                    .hasMessageContaining("WIRKNETZ_KEY must hold 32 random bytes");
        }
        var both = Base64.getEncoder().encodeToString(TWO) + "\n"
                + Base64.getEncoder().encodeToString(ONE) + "\n";
        assertThat(SealKeys.read(both, "key")).containsExactly(TWO, ONE);
    }

    @Test
    void the_key_is_for_its_owner_only(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        var settings = new org.wirknetz.platform.WirknetzSettings(
                data,
                null,
                null,
                new org.wirknetz.platform.WirknetzSettings.Db("embedded", null, null, 1),
                new org.wirknetz.platform.WirknetzSettings.Smtp(null),
                new org.wirknetz.platform.WirknetzSettings.Mail("x@test.example"));
        var first = new SealKeys().seal(settings, "", "");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("key"))))
                .isEqualTo("rw-------");
        var olga = new AccountId(UUID.randomUUID());
        assertThat(new SealKeys().seal(settings, "", "").open(olga, first.seal(olga, ONE)))
                .contains(ONE);
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve("key"));
        }
    }
}
