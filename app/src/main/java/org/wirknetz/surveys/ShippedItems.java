package org.wirknetz.surveys;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The questionnaire that comes with the program, from `surveys/items.csv`.
@Component
class ShippedItems {

    private static final String FILE = "/surveys/items.csv";

    private final List<Item> all = read();

    List<Item> all() {
        return all;
    }

    Optional<Item> of(String key) {
        return all.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    private static List<Item> read() {
        try (var stream = Objects.requireNonNull(ShippedItems.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new Item(
                            row.getField("key"),
                            Kind.valueOf(row.getField("kind")),
                            row.getField("de"),
                            row.getField("en"),
                            true,
                            false,
                            0))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
