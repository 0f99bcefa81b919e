package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.OutputStream;

/// How a backup is kept from strangers while it lies somewhere.
public interface Sealing {

    /// As it is: to be kept as the data folder is kept.
    Sealing NONE = out -> out;

    /// A stream that writes to this one what only the right key opens; closing it closes both.
    OutputStream over(OutputStream out) throws IOException;
}
