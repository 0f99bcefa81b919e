package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;

/// Whether two names can be one name spelled in two ways, word by word: each telling word of one needs its like in the
/// other, written the same, with a slip of the pen, bent ("Lindenfurter") or cut up ("Kreis-Volkshochschule"). One name
/// may say more than the other, but not each something else: "Hochschule Lindenfurt" is no slip for
/// "Volkshochschule Lindenfurt", however many letters they share.
public final class Spellings {
    private static final int SHORTEST_SLIP = 5;
    private static final int SHORTEST_GIVEN_NAME = 4;
    private static final int TWO_SLIPS = 12;
    private static final int LONGEST_ENDING = 3;
    private static final int LONGEST_ACRONYM = 6;

    private Spellings() {}

    public static boolean ofOne(String one, String other) {
        var left = new ArrayList<>(SpokenName.of(withoutRemarks(one)));
        var right = new ArrayList<>(SpokenName.of(withoutRemarks(other)));
        if (left.isEmpty() || right.isEmpty() || !numbers(left).equals(numbers(right))) return false;
        for (var word : List.copyOf(left)) {
            if (right.remove(word)) left.remove(word);
        }
        for (var word : List.copyOf(left)) {
            var like = right.stream().filter(it -> alike(word, it)).findFirst();
            like.ifPresent(it -> {
                left.remove(word);
                right.remove(it);
            });
        }
        if (left.isEmpty() || right.isEmpty()) return true;
        return String.join("", left).equals(String.join("", right)) || stands(left, right) || stands(right, left);
    }

    /// People share family names: each name of the one needs its like among those of the other, an initial counts.
    public static boolean ofOnePerson(String one, String other) {
        var left = new ArrayList<>(List.of(Folded.words(one).split(" ")));
        var right = new ArrayList<>(List.of(Folded.words(other).split(" ")));
        for (var name : List.copyOf(left)) {
            right.stream().filter(it -> sameName(name, it)).findFirst().ifPresent(it -> {
                left.remove(name);
                right.remove(it);
            });
        }
        return left.isEmpty() || right.isEmpty();
    }

    private static boolean sameName(String one, String other) {
        if (one.equals(other)) return true;
        if (Math.min(one.length(), other.length()) == 1) return one.charAt(0) == other.charAt(0);
        return Math.min(one.length(), other.length()) >= SHORTEST_GIVEN_NAME
                && one.charAt(0) == other.charAt(0)
                && Slips.between(one, other) <= 1;
    }

    private static String withoutRemarks(String name) {
        return name.replaceAll("\\([^)]*\\)", " ");
    }

    // "Berufsschule I" and "Berufsschule II" are two, however alike.
    private static List<String> numbers(List<String> words) {
        return words.stream().filter(it -> it.matches("[0-9]+|[ivx]+")).toList();
    }

    // The first letter tells more than the others: "Fachschule" and "Hochschule" differ in it.
    private static boolean alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_SLIP || one.charAt(0) != other.charAt(0)) return false;
        boolean bent = (one.startsWith(other) || other.startsWith(one))
                && Math.abs(one.length() - other.length()) <= LONGEST_ENDING;
        return bent || Slips.between(one, other) <= (shorter >= TWO_SLIPS ? 2 : 1);
    }

    /// "ÜBZ" stands for "Überbetriebliches Bildungszentrum": its letters in their order, the first of each word among
    /// them.
    private static boolean stands(List<String> acronym, List<String> words) {
        if (acronym.size() != 1 || acronym.getFirst().length() > LONGEST_ACRONYM) return false;
        var initials = words.stream().map(it -> it.substring(0, 1)).toList();
        var letters = acronym.getFirst();
        return within(String.join("", initials), letters)
                && within(letters, String.join("", words))
                && letters.startsWith(initials.getFirst());
    }

    private static boolean within(String letters, String text) {
        int next = 0;
        for (int i = 0; i < text.length() && next < letters.length(); i++) {
            if (text.charAt(i) == letters.charAt(next)) next++;
        }
        return next == letters.length();
    }
}
