package org.wirknetz.equality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// True counts, on their way into the disclosure control. They never leave this package.
final class Tally {

    private final List<Counted> counted;
    private final Map<UUID, List<Counted>> lines = new HashMap<>();
    /// What each organisation gave to the columns of a line, worked out once.
    private final Map<String, Map<UUID, long[]>> given = new HashMap<>();

    Tally(List<Counted> counted) {
        this.counted = counted;
        for (var it : counted)
            lines.computeIfAbsent(it.line(), line -> new ArrayList<>()).add(it);
    }

    /// The hand of the office, whoever of it typed.
    static final UUID OFFICE = new UUID(0, 0);

    /// @param organisation null where nobody may know
    /// @param hand the account that handed it in
    record Counted(
            UUID line,
            @Nullable UUID organisation,
            @Nullable UUID hand,
            String answer,
            long number) {}

    /// By line, by answer, whoever counted.
    Map<UUID, Map<String, Long>> sums() {
        var sums = new LinkedHashMap<UUID, Map<String, Long>>();
        for (var it : counted)
            sums.computeIfAbsent(it.line(), line -> new LinkedHashMap<>()).merge(it.answer(), it.number(), Long::sum);
        return sums;
    }

    /// What each organisation gave to one place of a line: a column, the sum of all columns, or what is not
    /// known.
    Map<UUID, Long> parts(UUID line, Definition definition, String place, boolean detailed) {
        var parts = new HashMap<UUID, Long>();
        for (var it : lines.getOrDefault(line, List.of()))
            if (it.organisation() != null && lies(definition, it, place, detailed))
                parts.merge(it.organisation(), it.number(), Long::sum);
        return parts;
    }

    private static boolean lies(Definition definition, Counted it, String place, boolean detailed) {
        var column = definition.columnOf(it.answer(), detailed);
        return switch (place) {
            case Release.TOTAL -> !column.isEmpty();
            case CountKeeping.UNKNOWN -> column.isEmpty();
            default -> column.equals(place);
        };
    }

    Set<UUID> organisations() {
        var found = new HashSet<UUID>();
        for (var it : counted) if (it.organisation() != null) found.add(it.organisation());
        return found;
    }

    /// Whose numbers were handed in by the same hand, where those of others were not: two and more
    /// together. Who handed in all has nothing left to work out.
    List<Set<UUID>> hands() {
        var all = organisations();
        return byHand().values().stream()
                .filter(it -> it.size() > 1 && it.size() < all.size())
                .toList();
    }

    private Map<UUID, Set<UUID>> byHand() {
        var hands = new HashMap<UUID, Set<UUID>>();
        for (var it : counted)
            if (it.hand() != null && it.organisation() != null)
                hands.computeIfAbsent(it.hand(), hand -> new HashSet<>()).add(it.organisation());
        return hands;
    }

    /// What some organisations gave together to each column of a line.
    long[] of(Set<UUID> organisations, UUID line, Sheet sheet) {
        var all = given.computeIfAbsent(line + " " + sheet.detailed(), it -> given(line, sheet));
        var own = organisations.stream().map(all::get).filter(Objects::nonNull).toList();
        return total(own, sheet.columns().size());
    }

    private Map<UUID, long[]> given(UUID line, Sheet sheet) {
        var all = new HashMap<UUID, long[]>();
        for (var it : lines.getOrDefault(line, List.of()))
            if (it.organisation() != null)
                add(
                        all.computeIfAbsent(
                                it.organisation(),
                                own -> new long[sheet.columns().size()]),
                        sheet.definition(),
                        sheet.columns(),
                        sheet.detailed(),
                        it.answer(),
                        it.number());
        return all;
    }

    /// The columns of one line; what is not known is in none.
    static long[] row(Map<String, Long> answers, Definition definition, List<String> columns, boolean detailed) {
        var row = new long[columns.size()];
        answers.forEach((answer, number) -> add(row, definition, columns, detailed, answer, number));
        return row;
    }

    private static void add(
            long[] row, Definition definition, List<String> columns, boolean detailed, String answer, long number) {
        int column = columns.indexOf(definition.columnOf(answer, detailed));
        if (column >= 0) row[column] += number;
    }

    static long[] total(Collection<long[]> rows, int columns) {
        var total = new long[columns];
        for (var row : rows) for (int c = 0; c < columns; c++) total[c] += row[c];
        return total;
    }
}
