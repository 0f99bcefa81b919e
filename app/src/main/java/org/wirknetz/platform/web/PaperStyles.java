package org.wirknetz.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The looks of a paper in a word processor, from `papers/`: who wants other ones changes the file, not the
/// program.
final class PaperStyles {

    private PaperStyles() {}

    static String of(String file, Paper paper) {
        var region = paper.region().split("-");
        return read(file)
                .replace("LANGUAGE", file.contains("docx") ? paper.region() : region[0])
                .replace("COUNTRY", region[1]);
    }

    private static String read(String file) {
        try (var stream = Objects.requireNonNull(PaperStyles.class.getResourceAsStream("/papers/" + file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
