package org.wirknetz.platform.tables;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// Findings as sentences in German or English, from `words/tables_*`: where it stands, what is wrong, what to do.
public final class FindingSentences {
    private final Properties words = new Properties();

    public FindingSentences(Locale locale) {
        var language = locale.getLanguage().equals("en") ? "en" : "de";
        try (var in = Objects.requireNonNull(
                        FindingSentences.class.getResourceAsStream("/words/tables_" + language + ".properties"));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One line: severity, place, sentence.
    public String line(Finding finding) {
        return word("tables.severity." + finding.severity().name().toLowerCase(Locale.ROOT)) + " " + place(finding.at())
                + ": " + sentence(finding);
    }

    /// What is wrong and what to do, without the place.
    public String sentence(Finding finding) {
        return new MessageFormat(word(finding.key()), Locale.ROOT)
                .format(finding.values().toArray());
    }

    /// "Datei kontakte.csv, Zeile 12, Spalte „seit“".
    public String place(Place at) {
        var place = new StringBuilder(format("tables.place.file", at.file()));
        var sheet = at.sheet();
        var column = at.column();
        if (sheet != null) place.append(", ").append(format("tables.place.sheet", sheet));
        if (at.line() > 0) place.append(", ").append(format("tables.place.line", String.valueOf(at.line())));
        if (column != null) place.append(", ").append(format("tables.place.column", column));
        return place.toString();
    }

    /// "… und 1.200 weitere", or empty when nothing was left out.
    public String beyond(Findings findings) {
        return findings.beyond() == 0 ? "" : format("tables.beyond", String.valueOf(findings.beyond()));
    }

    private String format(String key, String value) {
        return new MessageFormat(word(key), Locale.ROOT).format(new Object[] {value});
    }

    private String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }
}
