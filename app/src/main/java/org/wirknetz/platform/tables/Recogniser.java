package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what a table holds and where its headings stand: by the name of file or sheet, else by its columns.
/// Title lines above the headings are passed over.
public final class Recogniser {
    private static final int LOOKED_AT = 30;
    private static final int PREVIEW = 8;

    /// Known headings that no line of data has by chance.
    private static final int PLENTY = 4;

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

    /// As a person says: this kind, with the headings in this line. Empty where no line has that number.
    public Optional<Recognition> byHand(Table table, TableKind kind, int headingLine) {
        try (var rows = table.rows()) {
            var below = rows.dropWhile(it -> it.at().line() < headingLine)
                    .limit(1 + PREVIEW)
                    .toList();
            if (below.isEmpty() || below.getFirst().at().line() != headingLine) return Optional.empty();
            var headings = headings(below.getFirst());
            var preview = below.subList(1, below.size());
            var columns = withoutStrangeStatus(words.match(kind, headings), preview);
            return Optional.of(new Recognition(table, kind, headingLine, headings, columns, 1, preview));
        }
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
        var guesses = new ArrayList<Guess>();
        for (int line = 0; line < Math.min(LOOKED_AT, head.size()); line++) {
            var headings = headings(head.get(line));
            for (var kind : kinds) guesses.add(guess(kind, line, headings));
        }
        var best = greatest(guesses.stream().filter(it -> it.required() >= 1));
        // A cell of the data can be a heading's word ("Unternehmen"): where another line has far more of them, that is
        // the
        // line of the headings, and its first column of unknown words names the organisation.
        var fullest = guesses.stream()
                .filter(it -> it.kind() == TableKind.CONTACTS || it.kind() == TableKind.ORGANISATIONS)
                .map(it -> it.required() >= 1 ? it : assumed(it, head))
                .filter(it -> it.required() >= 1 && it.columns().size() >= PLENTY);
        var named = greatest(fullest);
        return named != null
                        && (best == null
                                || named.columns().size() > 2 * best.columns().size())
                ? named
                : best;
    }

    private static @Nullable Guess greatest(Stream<Guess> guesses) {
        return guesses.reduce((one, other) -> other.score() > one.score() ? other : one)
                .orElse(null);
    }

    /// With the first unknown column that holds words taken for the name of the organisation.
    private static Guess assumed(Guess guess, List<Row> head) {
        var columns = new HashMap<>(guess.columns());
        for (int column = 0; column < guess.headings().size(); column++) {
            if (columns.containsKey(column)
                    || guess.headings().get(column).isBlank()
                    || !words(head, guess.line(), column)) continue;
            columns.put(column, guess.kind() == TableKind.CONTACTS ? "organisation" : "name");
            return new Guess(
                    guess.kind(),
                    guess.line(),
                    guess.headings(),
                    columns,
                    Requirement.met(guess.kind(), columns.values()),
                    guess.score() + 1);
        }
        return guess;
    }

    private static boolean words(List<Row> head, int line, int column) {
        var below = head.subList(Math.min(line + 1, head.size()), head.size()).stream()
                .map(it -> it.cell(column).text())
                .filter(it -> !it.isBlank())
                .toList();
        long lettered = below.stream()
                .filter(it -> it.codePoints().filter(Character::isLetter).count() >= 3)
                .count();
        return !below.isEmpty() && lettered * 2 > below.size();
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
        var columns = withoutStrangeStatus(best.columns(), head.subList(from, head.size()));
        double confidence = named ? 1 : Math.min(1, best.columns().size() / (double) Math.max(1, filled));
        return new Recognition(
                table, best.kind(), head.get(best.line()).at().line(), best.headings(), columns, confidence, preview);
    }

    /// "Status" stands above many things. Where none of the first words is one for a membership, it stays a free field.
    private static Map<Integer, String> withoutStrangeStatus(Map<Integer, String> found, List<Row> rows) {
        var columns = new HashMap<>(found);
        columns.entrySet().removeIf(it -> it.getValue().equals("status") && strange(rows, it.getKey()));
        return columns;
    }

    private static boolean strange(List<Row> rows, int column) {
        var said = rows.stream()
                .map(it -> it.cell(column).text())
                .filter(it -> !Vocabulary.nothing(it))
                .toList();
        return !said.isEmpty()
                && said.stream().noneMatch(it -> Vocabulary.status(it).isPresent());
    }

    private record Guess(
            TableKind kind,
            int line,
            List<String> headings,
            Map<Integer, String> columns,
            int required,
            double score) {}
}
