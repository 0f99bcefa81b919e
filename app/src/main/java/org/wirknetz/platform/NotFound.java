package org.wirknetz.platform;

/// It is not there, or not for this visitor: which of the two is not told (404).
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
