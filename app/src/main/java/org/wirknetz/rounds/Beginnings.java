package org.wirknetz.rounds;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// With what a round of each kind begins: title, introduction and questions from `rounds/beginnings.csv`. A
/// question with `{0}` is asked once for each actor group of the network.
@Component
public class Beginnings {

    private static final String FILE = "/rounds/beginnings.csv";

    private final JdbcClient db;
    private final List<Line> lines;

    Beginnings(JdbcClient db) {
        this.db = db;
        this.lines = read();
    }

    private record Line(RoundKind kind, String part, String german, String english) {
        String in(boolean wantsGerman) {
            return wantsGerman ? german : english;
        }
    }

    /// @param anonymous what is usual for the kind
    public record Beginning(RoundKind kind, String title, String intro, boolean anonymous, List<String> questions) {}

    public Beginning of(RoundKind kind, boolean german) {
        var own = lines.stream().filter(it -> it.kind() == kind).toList();
        var questions = new ArrayList<String>();
        for (var line : own) {
            if (!line.part().equals("question")) continue;
            var wording = line.in(german);
            if (wording.contains("{0}")) groups(german).forEach(it -> questions.add(wording.replace("{0}", it)));
            else questions.add(wording);
        }
        return new Beginning(
                kind,
                part(own, "title", german),
                part(own, "intro", german),
                own.stream().anyMatch(it -> it.part().equals("anonymous")),
                questions.stream().limit(RoundEntry.MOST_QUESTIONS).toList());
    }

    private static String part(List<Line> lines, String part, boolean german) {
        return lines.stream()
                .filter(it -> it.part().equals(part))
                .map(it -> it.in(german))
                .findFirst()
                .orElse("");
    }

    private List<String> groups(boolean german) {
        return db.sql("select case when ? then name_de else name_en end from directory.actor_group_card"
                        + " where network = platform.network() order by number")
                .param(german)
                .query(String.class)
                .list();
    }

    private static List<Line> read() {
        try (var stream = Objects.requireNonNull(Beginnings.class.getResourceAsStream(FILE), FILE);
                var rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(it -> new Line(
                            RoundKind.valueOf(it.getField("kind")),
                            it.getField("part"),
                            it.getField("de"),
                            it.getField("en")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
