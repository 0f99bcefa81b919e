package org.wirknetz.platform;

/// The visitor may see that this exists but not do it (403). Thrown before anything is written.
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Forbidden() {
        super("forbidden", null, false, false);
    }

    /// Reads as a sentence: `Forbidden.unless(may.rename(visitor, organisation))`.
    public static void unless(boolean allowed) {
        if (!allowed) throw new Forbidden();
    }
}
