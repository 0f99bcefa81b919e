package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out what a table holds and where its headings stand: by the name of file or sheet, else by its columns.
/// Title lines above the headings are passed over.
public final class Recogniser {
    private static final int LOOKED_AT = 30;
    private static final int PREVIEW = 8;

    private static final List<TableKind> BY_COLUMNS =
            List.of(TableKind.values()).stream().filter(it -> !it.ofRooms()).toList();

    private final Headings words = new Headings();

    /// Empty when the table is none of ours, such as a legend sheet.
    public Optional<Recognition> recognise(Table table) {
        var head = head(table);
        var named = words.kind(table.title());
        var best = named.map(it -> best(head, candidatesOf(it))).orElse(null);
        // The name alone is not enough when the columns say something else: "Mitglieder.csv" is often a list of
        // contacts.
        if (best == null || best.required() < 1) best = best(head, BY_COLUMNS);
        return best == null ? Optional.empty() : Optional.of(recognition(table, head, best, named.isPresent()));
    }

    private static List<TableKind> candidatesOf(TableKind named) {
        return switch (named) {
            case ORGANISATIONS -> List.of(TableKind.ORGANISATIONS, TableKind.CONTACTS);
            case PEOPLE, CONTACTS -> List.of(named, TableKind.CONTACTS, TableKind.ORGANISATIONS, TableKind.PEOPLE);
            case MANDATES,
                    TIES,
                    CONTRIBUTIONS,
                    TARGETS,
                    ACTIVITIES,
                    FUNDING,
                    AGREEMENTS,
                    OBLIGATIONS,
                    NEEDS,
                    OFFERS,
                    PRODUCTS,
                    GROUPS,
                    GROUP_MEMBERS -> List.of(named);
        };
    }

    private static List<Row> head(Table table) {
        try (var rows = table.rows()) {
            return rows.limit(LOOKED_AT + PREVIEW).toList();
        }
    }

    private @Nullable Guess best(List<Row> head, List<TableKind> kinds) {
        Guess best = null;
        for (int line = 0; line < Math.min(LOOKED_AT, head.size()); line++) {
            var headings = headings(head.get(line));
            for (var kind : kinds) {
                var guess = guess(kind, line, headings);
                if (guess.required() >= 1 && (best == null || guess.score() > best.score())) best = guess;
            }
        }
        return best;
    }

    private Guess guess(TableKind kind, int line, List<String> headings) {
        var columns = words.match(kind, headings);
        long filled = headings.stream().filter(it -> !it.isBlank()).count();
        double known = filled == 0 ? 0 : columns.size() / (double) filled;
        return new Guess(
                kind,
                line,
                headings,
                columns,
                Requirement.met(kind, columns.values()),
                columns.size() + known + Requirement.typical(kind, columns.values()));
    }

    private static List<String> headings(Row row) {
        var headings = new ArrayList<String>();
        for (var cell : row.cells()) headings.add(Folded.tidy(cell.text()));
        return headings;
    }

    private static Recognition recognition(Table table, List<Row> head, Guess best, boolean named) {
        var from = Math.min(best.line() + 1, head.size());
        var preview = head.subList(from, Math.min(from + PREVIEW, head.size()));
        long filled = best.headings().stream().filter(it -> !it.isBlank()).count();
        double confidence = named ? 1 : Math.min(1, best.columns().size() / (double) Math.max(1, filled));
        return new Recognition(
                table,
                best.kind(),
                head.get(best.line()).at().line(),
                best.headings(),
                best.columns(),
                confidence,
                preview);
    }

    private record Guess(
            TableKind kind,
            int line,
            List<String> headings,
            Map<Integer, String> columns,
            int required,
            double score) {}
}
