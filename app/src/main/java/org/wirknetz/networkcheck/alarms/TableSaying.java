package org.wirknetz.networkcheck.alarms;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.wirknetz.networkcheck.check.CheckWords;

/// The words of the alarms where no platform is running.
final class TableSaying implements Saying {

    private final CheckWords days;
    private final Locale locale;
    private final Properties words;

    TableSaying(Locale asked) {
        days = new CheckWords(asked);
        locale = Locale.of(days.language());
        words = CheckWords.load("networkcheck", days.language());
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public String say(String key, Object... values) {
        return new MessageFormat(Objects.requireNonNull(words.getProperty(key), key), locale).format(values);
    }

    @Override
    public String day(LocalDate day) {
        return days.day(day);
    }
}
