package org.wirknetz.platform.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What one check of the doctor found; the sentence says what to do.
///
/// @param check   the name of the check, such as `space`
/// @param verdict how bad it is
/// @param values  what the sentence names
public record Finding(String check, Verdict verdict, List<Object> values) {

    /// FAIL: data or privacy are in danger now. WARN: they may be some day.
    public enum Verdict {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String check, Object... values) {
        return new Finding(check, Verdict.OK, Arrays.asList(values));
    }

    static Finding warn(String check, Object... values) {
        return new Finding(check, Verdict.WARN, Arrays.asList(values));
    }

    static Finding fail(String check, Object... values) {
        return new Finding(check, Verdict.FAIL, Arrays.asList(values));
    }

    /// The key in `words/database_*.properties`.
    public String key() {
        return "database.doctor." + check + "." + verdict.name().toLowerCase(Locale.ROOT);
    }

    public String sentence(Locale locale) {
        return DatabaseWords.say(locale, key(), values.toArray());
    }
}
