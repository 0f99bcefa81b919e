package org.wirknetz.equality;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Definition.Said;

/// The standards there are (C2.2), from `equality/standard.csv`; the last one in the file is the one to begin with.
@Component
public class Standard {

    private static final String FILE = "/equality/standard.csv";

    private final Map<String, Edition> editions = new LinkedHashMap<>();

    /// @param id stays with the wording for ever
    /// @param source where it comes from; `date` of this wording
    /// @param levels by what they are called, level 0 first
    /// @param criteria by key, in order
    public record Edition(
            String id, Said title, Said source, LocalDate date, List<Said> levels, Map<String, Criterion> criteria) {}

    /// @param source the requirement it stands for, in the words of the source
    public record Criterion(String key, String source, Said wording) {}

    Standard() {
        var lines = lines();
        for (var id :
                lines.stream().map(it -> it.getField("standard")).distinct().toList()) {
            var own = lines.stream()
                    .filter(it -> it.getField("standard").equals(id))
                    .toList();
            var criteria = new LinkedHashMap<String, Criterion>();
            for (var line : parts(own, "criterion"))
                criteria.put(
                        line.getField("key"), new Criterion(line.getField("key"), line.getField("source"), said(line)));
            editions.put(
                    id,
                    new Edition(
                            id,
                            said(parts(own, "title").getFirst()),
                            said(parts(own, "source").getFirst()),
                            LocalDate.parse(parts(own, "date").getFirst().getField("key")),
                            parts(own, "level").stream().map(Standard::said).toList(),
                            java.util.Collections.unmodifiableMap(criteria)));
        }
    }

    public Edition latest() {
        return List.copyOf(editions.values()).getLast();
    }

    /// @return null where the file has no such criterion any more
    public @Nullable Criterion criterion(String standard, String key) {
        var edition = editions.get(standard);
        return edition == null ? null : edition.criteria().get(key);
    }

    private static List<NamedCsvRecord> parts(List<NamedCsvRecord> lines, String part) {
        return lines.stream().filter(it -> it.getField("part").equals(part)).toList();
    }

    private static Said said(NamedCsvRecord line) {
        return new Said(line.getField("de").strip(), line.getField("en").strip());
    }

    private static List<NamedCsvRecord> lines() {
        try (var stream = Objects.requireNonNull(Standard.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
