package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The database, a backup or a restore said no for a reason a person can act on.
///
/// The key and its values find the sentence in `words/database_de.properties` and `_en`; [#getMessage()] is the
/// English one, for logs and for the time before there is a page.
public final class DatabaseRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> values;

    public DatabaseRefused(String key, Object... values) {
        super(sentence(Locale.ENGLISH, key, values));
        this.key = key;
        this.values = List.copyOf(Arrays.asList(values));
    }

    public String key() {
        return key;
    }

    public Object[] values() {
        return values.toArray();
    }

    /// The sentence for a person, in German or English.
    public String sentence(Locale locale) {
        return sentence(locale, key, values());
    }

    boolean mentions(String words) {
        return values.stream().anyMatch(it -> it.toString().contains(words));
    }

    private static String sentence(Locale locale, String key, Object... values) {
        var file = "/words/database_" + (locale.getLanguage().equals("en") ? "en" : "de") + ".properties";
        var words = new Properties();
        try (var stream = Objects.requireNonNull(DatabaseRefused.class.getResourceAsStream(file));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var texts = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(words.getProperty(key, key), locale).format(texts);
    }
}
