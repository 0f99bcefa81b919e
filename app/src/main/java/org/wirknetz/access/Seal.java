package org.wirknetz.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.wirknetz.platform.AccountId;

/// Seals what must be read again and yet not be readable in a copy of the database: AES-256-GCM, bound to the account
/// it belongs to. The first key seals; all of them open, so that a key can be changed.
final class Seal {

    private static final int NAME = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    /// @param keys of 32 bytes each
    Seal(List<byte[]> keys) {
        if (keys.isEmpty()) throw new IllegalArgumentException("A seal needs a key.");
        this.keys = keys.stream()
                .<SecretKey>map(key -> new SecretKeySpec(key, "AES"))
                .toList();
    }

    byte[] seal(AccountId owner, byte[] secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var closed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner).doFinal(secret);
            return ByteBuffer.allocate(NAME + NONCE + closed.length)
                    .put(name(keys.getFirst()))
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Empty when none of our keys made it, or somebody has moved it to another account.
    Optional<byte[]> open(AccountId owner, byte[] sealed) {
        var name = Arrays.copyOf(sealed, NAME);
        var nonce = Arrays.copyOfRange(sealed, NAME, NAME + NONCE);
        for (var key : keys) {
            if (!Arrays.equals(name, name(key))) continue;
            try {
                return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, owner)
                        .doFinal(sealed, NAME + NONCE, sealed.length - NAME - NONCE));
            } catch (GeneralSecurityException forged) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// HMAC-SHA256 of a text by each key, the present one first: nobody makes or checks it without the key.
    List<byte[]> marks(byte[] text) {
        return keys.stream()
                .map(key -> {
                    try {
                        var mac = Mac.getInstance("HmacSHA256");
                        mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
                        return mac.doFinal(text);
                    } catch (GeneralSecurityException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
    }

    boolean byFirstKey(byte[] sealed) {
        return Arrays.equals(Arrays.copyOf(sealed, NAME), name(keys.getFirst()));
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, AccountId owner)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.value().toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] name(SecretKey key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), NAME);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
