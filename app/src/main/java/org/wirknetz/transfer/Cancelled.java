package org.wirknetz.transfer;

/// Somebody cancelled the work; the transaction is taken back.
class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Cancelled() {
        super("cancelled", null, false, false);
    }
}
