package org.wirknetz.equality;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.wirknetz.equality.Definition.Said;

/// The lines of a file of this room that hold for one id (a standard, a template), by their parts.
record DataLines(List<NamedCsvRecord> lines) {

    static DataLines of(String file) {
        try (var stream = Objects.requireNonNull(DataLines.class.getResourceAsStream(file), file);
                var rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new DataLines(rows.stream().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What stands in a column, each once, in the order of the file.
    List<String> each(String column) {
        return lines.stream().map(it -> it.getField(column)).distinct().toList();
    }

    DataLines where(String column, String value) {
        return new DataLines(
                lines.stream().filter(it -> it.getField(column).equals(value)).toList());
    }

    List<NamedCsvRecord> parts(String part) {
        return where("part", part).lines();
    }

    NamedCsvRecord part(String part) {
        return parts(part).getFirst();
    }

    static Said said(NamedCsvRecord line) {
        return new Said(line.getField("de").strip(), line.getField("en").strip());
    }
}
