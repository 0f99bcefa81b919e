package org.wirknetz.surveys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.wirknetz.access.Secret;

/// Somebody's personal link. The database knows three hashes of it that only the link itself joins: whether it
/// opens a wave, whether it may still answer, and what it said for its organisation.
///
/// @param text the secret part of the address
public record Link(String text) {

    static Link of(Secret secret) {
        return new Link(secret.text());
    }

    byte[] door() {
        return mark("door");
    }

    byte[] ticket() {
        return mark("answer");
    }

    byte[] word() {
        return mark("word");
    }

    private byte[] mark(String what) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("surveys/" + what + "/" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Link[…]";
    }
}
