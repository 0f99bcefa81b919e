package org.wirknetz.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Refused;

/// The code of an authenticator app as second factor, and ten recovery codes for the day the phone is lost.
@Component
@Transactional
public class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    /// Without 0, 1, I, O, L: people copy these by hand. 24 letters of 31 are 118 bits: a plain hash is enough.
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final JdbcClient db;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(JdbcClient db, Seal seal) {
        this.db = db;
        this.seal = seal;
    }

    public boolean isOn(AccountId account) {
        return db.sql("select exists (select from access.totp where account = ? and confirmed_at is not null)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /// @param secret to type, in groups of four
    /// @param address for the QR code
    public record Enrolment(String secret, String address) {}

    /// Begins, or begins again. Nothing is asked at sign-in until a first code has proved that the app has
    /// the secret.
    public Enrolment begin(AccountId account, String email) {
        if (isOn(account)) throw new Refused("access.second.already-on");
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        db.sql("""
                        insert into access.totp (account, secret) values (?, ?)
                        on conflict (account) do update set secret = excluded.secret, last_step = 0
                        """).params(account.value(), seal.seal(account, secret)).update();
        return enrolment(secret, email);
    }

    /// The one begun and not confirmed yet, to be shown again after a mistyped code.
    public Optional<Enrolment> pending(AccountId account, String email) {
        return db.sql("select secret from access.totp where account = ? and confirmed_at is null")
                .param(account.value())
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(secret -> enrolment(opened(account, secret), email));
    }

    private byte[] opened(AccountId account, byte[] kept) {
        if (kept.length == Totp.SECRET_BYTES) return kept;
        return seal.open(account, kept).orElseThrow(() -> new Refused("access.second.key-lost"));
    }

    /// Seals with the present key whatever is not: secrets of before, and those under an older key.
    ///
    /// @return how many cannot be opened by any key there is
    int sealAnew() {
        int lost = 0;
        for (var row : db.sql("select account, secret from access.totp")
                .query((row, n) -> new Old(new AccountId(row.getObject(1, UUID.class)), row.getBytes(2)))
                .list()) {
            if (row.secret().length != Totp.SECRET_BYTES && seal.byFirstKey(row.secret())) continue;
            var open = row.secret().length == Totp.SECRET_BYTES
                    ? Optional.of(row.secret())
                    : seal.open(row.account(), row.secret());
            if (open.isEmpty()) lost++;
            else
                db.sql("update access.totp set secret = ? where account = ? and secret = ?")
                        .params(
                                seal.seal(row.account(), open.get()),
                                row.account().value(),
                                row.secret())
                        .update();
        }
        return lost;
    }

    private record Old(AccountId account, byte[] secret) {}

    private static Enrolment enrolment(byte[] secret, String email) {
        var text = Totp.base32(secret);
        var label =
                URLEncoder.encode("Wirknetz:" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(
                text.replaceAll("(.{4})(?=.)", "$1 "),
                "otpauth://totp/" + label + "?secret=" + text + "&issuer=Wirknetz");
    }

    /// @return the recovery codes, told this once; empty when the code was not right
    public Optional<List<String>> confirm(AccountId account, String code) {
        if (isOn(account)) throw new Refused("access.second.already-on");
        if (!acceptsTotp(account, code, false)) return Optional.empty();
        db.sql("update access.totp set confirmed_at = now() where account = ?")
                .param(account.value())
                .update();
        return Optional.of(renewRecoveryCodes(account));
    }

    private List<String> renewRecoveryCodes(AccountId account) {
        db.sql("delete from access.recovery_code where account = ?")
                .param(account.value())
                .update();
        var codes = new ArrayList<String>();
        for (int n = 0; n < RECOVERY_CODES; n++) {
            var code = new StringBuilder();
            for (int i = 0; i < 24; i++) {
                if (i > 0 && i % 4 == 0) code.append('-');
                code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            codes.add(code.toString());
            db.sql("insert into access.recovery_code (account, secret) values (?, ?)")
                    .params(account.value(), recoveryHash(code.toString()))
                    .update();
        }
        return List.copyOf(codes);
    }

    /// A code of the app, or one of the recovery codes. Either works once.
    public boolean accepts(AccountId account, String typed) {
        if (!isOn(account)) return false;
        return acceptsRecovery(account, typed) || acceptsTotp(account, typed, true);
    }

    private record Kept(byte[] secret, long lastStep) {}

    private boolean acceptsTotp(AccountId account, String typed, boolean confirmed) {
        var kept = db.sql(
                        "select secret, last_step from access.totp where account = ? and (confirmed_at is not null) = ?"
                                + " for update")
                .params(account.value(), confirmed)
                .query(Kept.class)
                .optional();
        if (kept.isEmpty()) return false;
        var step = Totp.accepted(
                opened(account, kept.get().secret()),
                typed,
                Instant.now(),
                kept.get().lastStep());
        if (step.isEmpty()) return false;
        db.sql("update access.totp set last_step = ? where account = ?")
                .params(step.getAsLong(), account.value())
                .update();
        return true;
    }

    private boolean acceptsRecovery(AccountId account, String typed) {
        return db.sql(
                                "update access.recovery_code set used_at = now() where account = ? and secret = ? and used_at is null")
                        .params(account.value(), recoveryHash(typed))
                        .update()
                == 1;
    }

    private static byte[] recoveryHash(String code) {
        return new Secret(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")).hash();
    }

    public int recoveryCodesLeft(AccountId account) {
        return db.sql("select count(*) from access.recovery_code where account = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    public void turnOff(AccountId account) {
        db.sql("delete from access.totp where account = ?")
                .param(account.value())
                .update();
        db.sql("delete from access.recovery_code where account = ?")
                .param(account.value())
                .update();
    }
}
