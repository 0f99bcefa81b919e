package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var lines = DataLines.of(FILE);
        for (var id : lines.each("standard")) {
            var own = lines.where("standard", id);
            var criteria = new LinkedHashMap<String, Criterion>();
            for (var line : own.parts("criterion"))
                criteria.put(
                        line.getField("key"),
                        new Criterion(line.getField("key"), line.getField("source"), DataLines.said(line)));
            editions.put(
                    id,
                    new Edition(
                            id,
                            DataLines.said(own.part("title")),
                            DataLines.said(own.part("source")),
                            LocalDate.parse(own.part("date").getField("key")),
                            own.parts("level").stream().map(DataLines::said).toList(),
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
}
