package org.wirknetz.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What a password must be: long, not known to everybody, not made of what anybody would guess here. No rules about
/// digits and signs: they make passwords worse.
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 200;

    /// From the list of zxcvbn (30 000 most used, MIT licence): those that are long enough to be chosen at all.
    private final Set<String> common;

    PasswordRules() {
        try (var file = new ClassPathResource("access/common-passwords.txt").getInputStream()) {
            common = Set.copyOf(new TreeSet<>(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param about words that belong to this person: e-mail address, name, network
    /// @return the key of the sentence that says what is wrong; empty where nothing is
    public Optional<String> problem(String password, String... about) {
        if (password.codePointCount(0, password.length()) < SHORTEST) return Optional.of("access.password.too-short");
        if (password.length() > LONGEST) return Optional.of("access.password.too-long");
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.chars().distinct().count() < 5 || common.contains(lower))
            return Optional.of("access.password.common");
        var bare = letters(lower);
        var guessable =
                new TreeSet<>(Set.of("wirknetz", "passwort", "password", "netzwerk", "willkommen", "qwertz", "qwerty"));
        for (var words : about) {
            for (var word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                if (word.length() >= 4) guessable.add(word);
            }
        }
        for (var word : guessable) bare = bare.replace(word, "");
        return bare.length() < 4 && letters(lower).length() >= 4
                ? Optional.of("access.password.guessable")
                : Optional.empty();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]+", "");
    }
}
