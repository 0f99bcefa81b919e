package org.wirknetz.platform.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts made comparable across case, umlauts, accents, spaces and punctuation: "Straße " and "STRASSE", "Schlüssel"
/// and
/// "schluessel", "Metallbau Yıldız" and "metallbau yildiz" fold to the same word.
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

    private Folded() {}

    /// Letters and digits only, without any gap: for headings and enumerated words.
    public static String word(String text) {
        return words(text).replace(" ", "");
    }

    /// A heading without its remarks in brackets: "Koordinierung (ja/nein)" is "koordinierung".
    public static String heading(String text) {
        var bare = word(BRACKETS.matcher(text).replaceAll(" "));
        return bare.isEmpty() ? word(text) : bare;
    }

    /// Words separated by one space: for names.
    public static String words(String text) {
        var plain = text.replace("ß", "ss")
                .replace("ẞ", "ss")
                .replace('ı', 'i')
                .replace("ø", "o")
                .replace("ł", "l");
        var lower = plain.toLowerCase(Locale.ROOT);
        var bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        // Whoever has no umlauts writes ae; both spellings fold to the bare vowel.
        var vowels = bare.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return NOT_WORD.matcher(vowels).replaceAll(" ").strip();
    }

    /// The text as it is kept: outer blanks, doubled and non-breaking spaces and invisible characters removed.
    public static String tidy(String text) {
        return text.replaceAll("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]", "")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .strip();
    }
}
