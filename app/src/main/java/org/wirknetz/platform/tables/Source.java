package org.wirknetz.platform.tables;

import java.io.IOException;
import java.io.InputStream;

/// Bytes that can be read again from the start: a file on disk or an entry of a ZIP.
@FunctionalInterface
interface Source {
    InputStream open() throws IOException;

    default byte[] beginning(int bytes) throws IOException {
        try (var in = open()) {
            return in.readNBytes(bytes);
        }
    }
}
