package org.wirknetz.access;

import java.io.Serial;

/// The provider of identities does not answer, or not as it should. Every other way in stays open.
public final class ProviderAway extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    ProviderAway(String what) {
        super(what);
    }

    ProviderAway(String what, Throwable cause) {
        super(what, cause);
    }
}
