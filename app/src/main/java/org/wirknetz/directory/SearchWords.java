package org.wirknetz.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What somebody typed, as a condition over `platform.search_entry e`: every word must be found, at the
/// beginning or in
/// the
/// middle of a word, umlauts either way, an abbreviation also by its long form.
///
/// Words are bound as parameters; only their number shapes the statement, and that is capped.
public record SearchWords(String condition, Map<String, Object> parameters) {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 60;

    public static SearchWords of(String typed, Abbreviations abbreviations) {
        var parameters = new LinkedHashMap<String, Object>();
        var conditions = new ArrayList<String>();
        int number = 0;
        for (var word : words(typed)) {
            var forms = new ArrayList<String>();
            forms.add(word);
            forms.addAll(abbreviations.longFormsOf(word));
            var anyOf = new ArrayList<String>();
            for (var form : forms) {
                var name = "word" + number++;
                parameters.put(name, "%" + escaped(Abbreviations.fold(form)) + "%");
                anyOf.add("e.folded like :" + name);
            }
            var name = "stem" + number++;
            parameters.put(name, word);
            anyOf.add("e.words @@ plainto_tsquery('german', :" + name + ")");
            conditions.add("(" + String.join(" or ", anyOf) + ")");
        }
        return new SearchWords(conditions.isEmpty() ? "false" : String.join(" and ", conditions), parameters);
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
