package org.wirknetz.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords after RFC 6238 (HMAC-SHA-1, six digits, 30 seconds), as every authenticator
/// app makes
/// them.
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /// RFC 4226 5.3: dynamic truncation.
    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int binary = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return String.format("%0" + digits + "d", binary % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Clocks of phones may be half a minute off, to either side.
    ///
    /// @param after the last step that let somebody in: this one and those before it are spent
    /// @return the step that the code belongs to
    static OptionalLong accepted(byte[] secret, String typed, Instant now, long after) {
        var digits = typed.replaceAll("\\s", "");
        var found = OptionalLong.empty();
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            var same = MessageDigest.isEqual(ascii(code(secret, step, 6)), ascii(digits));
            if (same && step > after) found = OptionalLong.of(step);
        }
        return found;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /// RFC 4648 without padding: how people type a secret into an app.
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                text.append(BASE32.charAt(buffer >> (bits - 5) & 31));
                bits -= 5;
            }
        }
        if (bits > 0) text.append(BASE32.charAt(buffer << (5 - bits) & 31));
        return text.toString();
    }
}
