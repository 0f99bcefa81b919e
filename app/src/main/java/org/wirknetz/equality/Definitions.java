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
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Definition.Column;
import org.wirknetz.equality.Definition.Option;
import org.wirknetz.equality.Definition.Said;
import org.wirknetz.equality.Definition.Side;
import org.wirknetz.platform.NotFound;

/// The definitions there are, from `equality/definitions.csv`.
@Component
public class Definitions {

    private static final String FILE = "/equality/definitions.csv";

    private final Map<String, Definition> all;

    Definitions() {
        all = read();
    }

    public List<Definition> all() {
        return List.copyOf(all.values());
    }

    public boolean has(String id) {
        return all.containsKey(id);
    }

    public Definition of(String id) {
        var found = all.get(id);
        if (found == null) throw new NotFound();
        return found;
    }

    private record Line(String definition, String part, String key, String side, String column, Said said) {
        Side sideOf() {
            return Side.valueOf(side);
        }
    }

    private static Map<String, Definition> read() {
        var definitions = new LinkedHashMap<String, Definition>();
        lines().stream()
                .collect(Collectors.groupingBy(Line::definition, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, lines) -> definitions.put(id, definition(id, lines)));
        return definitions;
    }

    private static Definition definition(String id, List<Line> lines) {
        return new Definition(
                id,
                part(lines, "title").said(),
                part(lines, "wording").said(),
                part(lines, "source").said(),
                LocalDate.parse(part(lines, "date").key()),
                part(lines, "focus").said(),
                lines.stream()
                        .filter(it -> it.part().equals("side"))
                        .collect(Collectors.toMap(it -> Side.valueOf(it.key()), Line::said)),
                lines.stream()
                        .filter(it -> it.part().equals("column"))
                        .map(it -> new Column(it.key(), it.sideOf(), it.said()))
                        .toList(),
                lines.stream()
                        .filter(it -> it.part().equals("option"))
                        .map(it -> new Option(it.key(), it.sideOf(), it.column(), it.said()))
                        .toList());
    }

    private static Line part(List<Line> lines, String part) {
        return lines.stream().filter(it -> it.part().equals(part)).findFirst().orElseThrow();
    }

    private static List<Line> lines() {
        try (var stream = Objects.requireNonNull(Definitions.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().map(Definitions::line).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line line(NamedCsvRecord row) {
        return new Line(
                row.getField("definition"),
                row.getField("part"),
                row.getField("key"),
                row.getField("side"),
                row.getField("column"),
                new Said(row.getField("de").strip(), row.getField("en").strip()));
    }
}
