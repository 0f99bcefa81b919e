package org.wirknetz.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.IntFunction;

/// A kept file on its way out, part by part: one part at a time lies in memory, and no connection is held while
/// somebody
/// reads slowly.
///
/// @param size in bytes
/// @param part by its place from 0; empty after the last
public record KeptDocument(String name, String mediaType, long size, IntFunction<Optional<byte[]>> part) {

    /// @throws IOException also where the file was taken away while it was read
    public void writeTo(OutputStream out) throws IOException {
        long written = 0;
        for (int place = 0; written < size; place++) {
            var bytes = part.apply(place).orElseThrow(() -> new IOException("The file was taken away."));
            out.write(bytes);
            written += bytes.length;
        }
    }

    public byte[] whole() {
        var bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException takenAway) {
            throw new UncheckedIOException(takenAway);
        }
        return bytes.toByteArray();
    }
}
