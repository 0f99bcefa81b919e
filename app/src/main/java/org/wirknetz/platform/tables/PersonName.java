package org.wirknetz.platform.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A person's name taken apart: "Dr. Yılmaz, Ayşe", "Frau Ayşe Yılmaz" and "Ayşe Yılmaz" are the same given
/// and family
/// name.
///
/// @param former the list itself says that the person has left: "Jonas Weber (ehemalig)"
public record PersonName(String title, String given, String family, boolean former) {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern SALUTATION =
            Pattern.compile("(?i)^(herrn?|frau|hr\\.?|fr\\.?|mr\\.?|mrs\\.?|ms\\.?|divers)\\s+");
    private static final Pattern TITLE = Pattern.compile(
            "(?i)(prof|dr|mag|ing|med|phil|rer|nat|jur|pol|oec|paed|habil|h\\.?c)\\.?(-ing\\.?)?|dipl\\.?-?\\S*|m\\.\\s?a\\.?|b\\.\\s?a\\.?|m\\.?sc\\.?|b\\.?sc\\.?|mba|ll\\.?m\\.?|ph\\.?d\\.?");
    private static final Pattern FORMER = Pattern.compile(
            "(?i)(^|[^\\p{L}])(ehemal\\p{L}*|ehem\\.|ehem(?=$|\\s)|ausgeschieden|a\\.\\s?D\\.|nicht mehr (tätig|da|dabei|im dienst)|im ruhestand|former|retired|left)($|[^\\p{L}])");
    private static final String[] HINTS = {"ehem", "ausge", "a.", "nicht m", "ruhes", "former", "retire", "left"};
    private static final Set<String> PARTICLES = Set.of(
            "von", "van", "de", "der", "den", "zu", "zum", "zur", "vom", "di", "da", "dos", "el", "al", "bin", "ten",
            "le", "la");
    private static final Set<String> NOBODY =
            Set.of("nn", "n", "unbekannt", "vakant", "unbesetzt", "offen", "unknown", "vacant");

    /// The word of an office for somebody who has gone.
    static boolean saysFormer(String text) {
        return mayBeFormer(text) && FORMER.matcher(text).find();
    }

    // Nearly nobody is; the full pattern on every cell of a large list costs seconds.
    private static boolean mayBeFormer(String text) {
        for (int i = 0; i < text.length(); i++) {
            for (var hint : HINTS) {
                if (text.regionMatches(true, i, hint, 0, hint.length())) return true;
            }
        }
        return false;
    }

    /// Not a name but the remark that there is none: "N.N.", "vakant".
    static boolean nobody(String text) {
        var word = Folded.word(text);
        return word.isEmpty() || NOBODY.contains(word);
    }

    /// Titles and nothing else: "M.A.".
    static boolean isTitle(String text) {
        return titlesOnly(text);
    }

    /// Can stand for a person alone: given and family name, or a salutation and a name. Titles and particles ("von der
    /// Heide") are none.
    static boolean isWhole(String written) {
        var text = written.contains(",") ? written.substring(0, written.indexOf(',')) : written;
        if (text.codePoints().anyMatch(Character::isDigit)) return false;
        var greeted = SALUTATION.matcher(text).lookingAt();
        var words = new ArrayList<>(
                List.of(SALUTATION.matcher(text).replaceFirst("").strip().split(" ")));
        takeTitle(words);
        words.removeIf(it -> PARTICLES.contains(it.toLowerCase(java.util.Locale.ROOT)));
        boolean named = words.stream().allMatch(it -> !it.isEmpty() && Character.isUpperCase(it.codePointAt(0)));
        return named && words.size() <= 5 && words.size() >= (greeted ? 1 : 2);
    }

    public static PersonName of(String written) {
        boolean former = saysFormer(written);
        var text = Folded.tidy(BRACKETS.matcher(written).replaceAll(" "));
        if (former) text = Folded.tidy(FORMER.matcher(text).replaceAll(" ")).replaceAll("^[,;\\s]+|[,;\\s]+$", "");
        text = SALUTATION.matcher(text).replaceFirst("");
        int comma = text.indexOf(',');
        if (comma < 0) return inOrder(text, "", former);
        var before = text.substring(0, comma).strip();
        var after = text.substring(comma + 1).strip();
        if (titlesOnly(after)) return inOrder(before, after, former);
        return reversed(before, after, former);
    }

    private static PersonName inOrder(String text, String suffix, boolean former) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        var title = takeTitle(words);
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(java.util.Locale.ROOT))) family--;
        if (family == 1 && PARTICLES.contains(words.getFirst().toLowerCase(java.util.Locale.ROOT))) family = 0;
        return new PersonName(
                (title + " " + suffix).strip(),
                String.join(" ", words.subList(0, Math.max(0, family))),
                String.join(" ", words.subList(Math.max(0, family), words.size())),
                former);
    }

    private static PersonName reversed(String family, String given, boolean former) {
        var before = new ArrayList<>(List.of(family.split(" ")));
        var after = new ArrayList<>(
                List.of(SALUTATION.matcher(given).replaceFirst("").split(" ")));
        var title = (takeTitle(before) + " " + takeTitle(after)).strip();
        return new PersonName(title, String.join(" ", after), String.join(" ", before), former);
    }

    private static String takeTitle(List<String> words) {
        var title = new ArrayList<String>();
        while (words.size() > 1 && TITLE.matcher(words.getFirst()).matches()) title.add(words.removeFirst());
        return String.join(" ", title);
    }

    private static boolean titlesOnly(String text) {
        return List.of(text.split(" ")).stream()
                .allMatch(it -> TITLE.matcher(it).matches());
    }
}
