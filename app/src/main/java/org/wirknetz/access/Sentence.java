package org.wirknetz.access;

import java.util.Set;

/// One permission, said so that the office can read it on the page "Wer darf was".
///
/// @param key of the words that finish "… darf": `directory.may.maintain-organisation`
/// @param roles who may; the operator is not among them, since operating a server opens no network
/// @param condition key of the words that narrow it, such as `access.only.own-organisation`; empty where nothing does
public record Sentence(String key, Set<Role> roles, String condition) {
    public Sentence {
        roles = Set.copyOf(roles);
    }

    public static Sentence of(String key, Role... roles) {
        return new Sentence(key, Set.of(roles), "");
    }
}
