package org.wirknetz.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the versioned files under `resources/demo`. Lines that begin with `#` say version, source and date.
final class DataFile {
    private DataFile() {}

    static List<Row> rows(String path) {
        try (var stream = DataFile.class.getResourceAsStream("/demo/" + path)) {
            if (stream == null) throw new IllegalStateException("demo data file is missing: " + path);
            try (var lines = CsvReader.builder()
                    .fieldSeparator(';')
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return lines.stream()
                        .map(line -> new Row(path, line.getFieldsAsMap()))
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A file of two columns, as a map that keeps the order of the file.
    static Map<String, String> pairs(String path, String key, String value) {
        return rows(path).stream()
                .collect(Collectors.toMap(
                        row -> row.text(key), row -> row.text(value), (first, second) -> first, LinkedHashMap::new));
    }
}
