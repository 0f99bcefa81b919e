package org.wirknetz.agreements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What became of a text, word by word: lines first, then the words of those lines that changed.
///
/// Longest common subsequence (Hunt and McIlroy, *An Algorithm for Differential File Comparison*, 1976) by dynamic
/// programming; where that would take too long, the whole stretch counts as replaced.
public final class WordDiff {

    private static final long MOST_CELLS = 4_000_000;

    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    public record Piece(Fate fate, String text) {}

    private WordDiff() {}

    public static List<Piece> of(String before, String after) {
        var pieces = new ArrayList<Piece>();
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (var line : compare(parts(before, "(?<=\n)"), parts(after, "(?<=\n)"))) {
            switch (line.fate()) {
                case REMOVED -> removed.append(line.text());
                case ADDED -> added.append(line.text());
                case KEPT -> {
                    words(removed, added, pieces);
                    pieces.add(line);
                }
            }
        }
        words(removed, added, pieces);
        return joined(pieces);
    }

    private static void words(StringBuilder removed, StringBuilder added, List<Piece> pieces) {
        pieces.addAll(
                compare(parts(removed.toString(), "(?<=\\s)(?=\\S)"), parts(added.toString(), "(?<=\\s)(?=\\S)")));
        removed.setLength(0);
        added.setLength(0);
    }

    private static List<String> parts(String text, String boundary) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(boundary));
    }

    private static List<Piece> compare(List<String> before, List<String> after) {
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) start++;
        int end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) end++;
        var pieces = new ArrayList<Piece>();
        before.subList(0, start).forEach(it -> pieces.add(new Piece(Fate.KEPT, it)));
        pieces.addAll(middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
        before.subList(before.size() - end, before.size()).forEach(it -> pieces.add(new Piece(Fate.KEPT, it)));
        return pieces;
    }

    private static List<Piece> middle(List<String> before, List<String> after) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        if ((long) before.size() * after.size() <= MOST_CELLS) {
            var common = common(before, after);
            while (i < before.size() && j < after.size()) {
                if (before.get(i).equals(after.get(j))) {
                    pieces.add(new Piece(Fate.KEPT, before.get(i)));
                    i++;
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    pieces.add(new Piece(Fate.REMOVED, before.get(i++)));
                } else {
                    pieces.add(new Piece(Fate.ADDED, after.get(j++)));
                }
            }
        }
        while (i < before.size()) pieces.add(new Piece(Fate.REMOVED, before.get(i++)));
        while (j < after.size()) pieces.add(new Piece(Fate.ADDED, after.get(j++)));
        return pieces;
    }

    /// How many parts two tails have in common, for each pair of tails.
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (!joined.isEmpty() && joined.getLast().fate() == piece.fate()) {
                joined.set(
                        joined.size() - 1,
                        new Piece(piece.fate(), joined.getLast().text() + piece.text()));
            } else {
                joined.add(piece);
            }
        }
        return List.copyOf(joined);
    }
}
