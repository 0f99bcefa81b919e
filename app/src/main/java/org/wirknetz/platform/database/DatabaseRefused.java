package org.wirknetz.platform.database;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
        super(DatabaseWords.say(Locale.ENGLISH, key, values));
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
        return DatabaseWords.say(locale, key, values());
    }

    /// True if a file that was handed in is at fault, not this machine.
    public boolean inputRefused() {
        return key.startsWith("database.backup-damaged")
                || key.startsWith("database.backup-foreign")
                || key.startsWith("database.backup-newer")
                || key.startsWith("database.restore-");
    }

    boolean mentions(String words) {
        return values.stream().anyMatch(it -> it.toString().contains(words));
    }
}
