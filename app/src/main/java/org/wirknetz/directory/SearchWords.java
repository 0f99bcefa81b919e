package org.wirknetz.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What somebody typed, for `directory.found` in the database: every word must be found, at the beginning or in the
/// middle of a word, umlauts either way, an abbreviation also by its long form. One or two letters must begin a word.
///
/// @param json `[{"word": …, "forms": […]}]`; the number of words is capped
public record SearchWords(String json) {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 60;
    private static final int SHORTEST_INSIDE = 3;

    public static SearchWords of(String typed, Abbreviations abbreviations) {
        return new SearchWords(Json.write(words(typed).stream()
                .map(word -> Map.of("word", word, "forms", forms(word, abbreviations)))
                .toList()));
    }

    private static List<String> forms(String word, Abbreviations abbreviations) {
        var forms = new ArrayList<String>();
        var folded = escaped(Abbreviations.fold(word));
        if (word.length() < SHORTEST_INSIDE) forms.addAll(List.of(folded + "%", "% " + folded + "%"));
        else forms.add("%" + folded + "%");
        for (var form : abbreviations.longFormsOf(word)) forms.add("%" + escaped(Abbreviations.fold(form)) + "%");
        return forms;
    }

    private static List<String> words(String typed) {
        return List.of(typed.strip().replace("\0", "").split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word)
                .limit(MOST_WORDS)
                .toList();
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
