package org.wirknetz.platform;

import java.io.Serial;

/// The form has taken effect already; whoever sent it again is shown what came of it.
public final class FormSentBefore extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FormSentBefore() {
        super("This form has been sent before.", null, false, false);
    }
}
