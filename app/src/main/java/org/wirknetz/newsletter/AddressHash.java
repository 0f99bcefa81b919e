package org.wirknetz.newsletter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wirknetz.platform.Refused;

/// A mail address that is only to be recognised, not to be known. Each network has hashes of its own, so that
/// two networks cannot compare who left them.
public record AddressHash(byte[] bytes) {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    public static AddressHash of(String address) {
        return new AddressHash(sha("wirknetz:" + address.strip().toLowerCase(Locale.ROOT)));
    }

    static byte[] sha(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws Refused when it is no plain address
    static String plain(String typed) {
        var address = typed.strip();
        if (address.length() > 254 || !PLAIN.matcher(address).matches()) throw new Refused("newsletter.address-wrong");
        return address;
    }
}
