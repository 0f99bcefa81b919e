package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.Locale;

/// Where the sentences of a reader come from: a page, or the words beside a check of tables.
public interface Saying {

    Locale locale();

    String say(String key, Object... values);

    String day(LocalDate day);
}
