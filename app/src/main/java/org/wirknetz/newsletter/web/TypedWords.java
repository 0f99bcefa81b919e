package org.wirknetz.newsletter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// What somebody typed into a form, kept as typed, and the holes in it.
///
/// @param words by name of the field
public record TypedWords(Map<String, String> words, List<Problem> problems) {

    public TypedWords {
        words = Map.copyOf(words);
        problems = List.copyOf(problems);
    }

    static TypedWords of(Map<String, String> given) {
        return new TypedWords(given, List.of());
    }

    static TypedWords blank() {
        return new TypedWords(Map.of(), List.of());
    }

    public String of(String field) {
        return words.getOrDefault(field, "").strip();
    }

    /// A line: breaks of lines become blanks, so that nothing can be smuggled into a header.
    public String line(String field) {
        return of(field).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    public @Nullable String orNull(String field) {
        var text = of(field);
        return text.isEmpty() ? null : text;
    }

    public boolean isOn(String field) {
        return words.containsKey(field);
    }

    public @Nullable String error(String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    TypedWords lacking(String field, String sentence) {
        var all = new ArrayList<>(problems);
        all.add(new Problem(field, sentence));
        return new TypedWords(words, all);
    }

    /// Says so when it is missing or too long.
    TypedWords needs(Desk desk, String field, int most) {
        var text = of(field);
        if (text.isEmpty()) return lacking(field, desk.say("newsletter.missing"));
        return most(desk, field, most);
    }

    TypedWords most(Desk desk, String field, int most) {
        var text = of(field);
        if (text.length() <= most) return this;
        return lacking(field, desk.say("newsletter.too-long", most, text.length()));
    }

    boolean isWhole() {
        return problems.isEmpty();
    }
}
