package org.wirknetz.access;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/// When somebody came in and how; kept beside their identity in the session.
///
/// @param at epoch milliseconds
/// @param byPasskey a passkey was shown, which is two factors in one
public record Entered(long at, boolean byPasskey) implements GrantedAuthority {

    /// So long somebody counts as the one who signed in, for what would give an account or a network away.
    public static final Duration FRESH = Duration.ofMinutes(15);

    static final String NAME = "ENTERED";

    @Override
    public String getAuthority() {
        return NAME;
    }

    static boolean isFresh(@org.jspecify.annotations.Nullable Authentication who, Instant now) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(it -> it instanceof Entered(long at, boolean passkey)
                                && now.toEpochMilli() - at <= FRESH.toMillis());
    }

    static boolean byPasskey(@org.jspecify.annotations.Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(it -> it instanceof Entered(long at, boolean passkey) && passkey);
    }
}
