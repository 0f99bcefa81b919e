package org.wirknetz.platform.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts made comparable across case, umlauts, accents, spaces and punctuation: "Straße " and "STRASSE", "Schlüssel"
/// and
/// "schluessel", "Metallbau Yıldız" and "metallbau yildiz" fold to the same word.
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

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
        var plainly = plainWords(text);
        if (plainly != null) return plainly;
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

    // The same for texts of plain letters, without the detour over Unicode: most cells are.
    private static @Nullable String plainWords(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one >= 128) return null;
            if (one >= 'A' && one <= 'Z') one += 'a' - 'A';
            boolean word = one >= 'a' && one <= 'z' || one >= '0' && one <= '9';
            char before = folded.isEmpty() ? ' ' : folded.charAt(folded.length() - 1);
            if (!word) {
                if (before != ' ') folded.append(' ');
            } else {
                folded.append(one);
            }
        }
        return folded.toString()
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u")
                .strip();
    }

    /// The text as it is kept: outer blanks, doubled and non-breaking spaces and invisible characters removed.
    public static String tidy(String text) {
        if (isTidy(text)) return text;
        return SPACES.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    // Nearly every cell is tidy already; a regular expression for each of a million cells costs seconds.
    private static boolean isTidy(String text) {
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == ' ' ? space : one < ' ' || one == '\u00a0' || one == '\u00ad' || one >= '\u2000') return false;
            space = one == ' ';
        }
        return text.isEmpty() || !space;
    }
}
