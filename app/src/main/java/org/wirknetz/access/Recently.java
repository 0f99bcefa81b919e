package org.wirknetz.access;

import java.io.Serial;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Whether whoever asks has signed in a moment ago. What adds a way in or carries a network away is not left to a
/// session that somebody else may have found open.
@Component
public class Recently {

    /// Leads through the sign-in and back.
    public static final class SignInAgain extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String to;

        SignInAgain(String to) {
            super(null, null, false, false);
            this.to = to;
        }

        public String to() {
            return to;
        }
    }

    public boolean signedIn() {
        return Entered.isFresh(SecurityContextHolder.getContext().getAuthentication(), Instant.now());
    }

    /// @param to where to come back to
    public void require(String to) {
        if (!signedIn()) throw new SignInAgain(to);
    }
}
