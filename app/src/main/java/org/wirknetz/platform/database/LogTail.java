package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The last words of the server, from what it said before and after it opened its own log.
final class LogTail {

    private static final int BYTES = 2_000;

    private LogTail() {}

    static String of(Path folder) throws IOException {
        try (var logs = Files.list(folder)) {
            var newest = logs.filter(it -> it.getFileName().toString().startsWith("postgres-"))
                    .max(Comparator.comparing(it -> it.toFile().lastModified()));
            return Stream.concat(Stream.of(folder.resolve("start.log")), newest.stream())
                    .map(LogTail::end)
                    .filter(it -> !it.isBlank())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String end(Path file) {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek(Math.max(0, content.length() - BYTES));
            var bytes = new byte[BYTES];
            var read = content.read(bytes);
            return read < 1 ? "" : new String(bytes, 0, read, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
