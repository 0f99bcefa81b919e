package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The sentences of `words/database_de.properties` and `_en`, for the time before there is a page to say them.
final class DatabaseWords {

    private DatabaseWords() {}

    static String say(Locale locale, String key, Object... values) {
        var file = "/words/database_" + (locale.getLanguage().equals("en") ? "en" : "de") + ".properties";
        var words = new Properties();
        try (var stream = Objects.requireNonNull(DatabaseWords.class.getResourceAsStream(file));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var texts = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(words.getProperty(key, key), locale).format(texts);
    }
}
