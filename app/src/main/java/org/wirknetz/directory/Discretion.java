package org.wirknetz.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Refused;

/// Finds people in words that are going to be read outside: names from the directory, forms of address, mail
/// addresses,
/// telephone numbers, and organisations that do not show themselves to the public.
@Component
public class Discretion {

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>(),;]+@[^\\s@<>(),;]+\\.[^\\s@<>(),;.]+");
    private static final Pattern TELEPHONE = Pattern.compile("(?<![\\d.])(?:\\+\\d|0)[\\d /()-]{5,}\\d");
    private static final Pattern ADDRESSED =
            Pattern.compile("\\b(?:Frau|Herrn?|Ms|Mrs|Mr|Miss)\\.? (?:Dr\\. |Prof\\. )*\\p{Lu}[\\p{L}'’-]+");

    /// Shorter names are words of every day.
    private static final int SHORTEST = 5;

    /// Who does not show itself is not named by two letters either.
    private static final int SHORTEST_OF_HIDDEN = 2;

    private static final Set<String> ENDS = Set.of("", "s", "es", "ens");

    private final JdbcClient db;

    Discretion(JdbcClient db) {
        this.db = db;
    }

    /// @param sentence key of the words that refuse; they are given what is named
    /// @throws Refused when the words name somebody
    public void require(String words, String sentence) {
        named(words).ifPresent(it -> {
            throw new Refused(sentence, it);
        });
    }

    private Optional<String> named(String words) {
        if (words.isBlank()) return Optional.empty();
        for (var pattern : List.of(MAIL, TELEPHONE, ADDRESSED)) {
            var found = pattern.matcher(words);
            if (found.find()) return Optional.of(found.group());
        }
        var plain = plain(words);
        return known().stream()
                .filter(it -> it.name().length() >= (it.person() ? SHORTEST : SHORTEST_OF_HIDDEN))
                .filter(it -> it.isIn(plain))
                .map(Known::name)
                .findFirst();
    }

    private record Known(String name, boolean person) {

        /// As a whole word, with the ends of a genitive too.
        boolean isIn(String plain) {
            var own = plain(name).strip();
            if (own.isEmpty()) return false;
            for (int at = plain.indexOf(" " + own); at >= 0; at = plain.indexOf(" " + own, at + 1)) {
                int end = at + 1 + own.length();
                if (ENDS.contains(plain.substring(end, plain.indexOf(' ', end)))) return true;
            }
            return false;
        }
    }

    private List<Known> known() {
        return db.sql("""
                        select given_name || ' ' || family_name as name, true as person from directory.person_card
                         where network = platform.network() and given_name <> ''
                         union
                        select family_name || ', ' || given_name, true from directory.person_card
                         where network = platform.network() and given_name <> ''
                         union
                        select o.name, false from directory.organisation_card o
                         where o.network = platform.network() and not o.coordinator
                           and o.id not in (select seen.id from directory.organisation_seen(0, '{}') seen)
                         union
                        select o.short, false from directory.organisation_card o
                         where o.network = platform.network() and not o.coordinator and o.short <> ''
                           and o.id not in (select seen.id from directory.organisation_seen(0, '{}') seen)
                        """).query(Known.class).list();
    }

    /// Surrounded by blanks, so that a name is found as a whole word only; however its letters are
    /// composed, and without what is not seen, such as soft hyphens.
    private static String plain(String text) {
        return " "
                + Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("\\p{Cf}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + " ";
    }
}
