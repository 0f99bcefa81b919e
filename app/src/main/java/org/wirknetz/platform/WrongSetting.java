package org.wirknetz.platform;

import java.io.Serial;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Something an operator has set stops the start: a variable, a file, or what it points to. The key and its values find
/// the sentence in `words/platform_*`; [#getMessage()] is the English one, for the log.
public final class WrongSetting extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    public WrongSetting(String key, Object... values) {
        super(say(Locale.ENGLISH, key, values));
        this.key = key;
        this.values = values.clone();
    }

    /// The sentence for a person, in German or English.
    public String sentence(Locale locale) {
        return say(Words.closest(locale), key, values);
    }

    private static String say(Locale locale, String key, Object... values) {
        return new MessageFormat(
                        ResourceBundle.getBundle("words/platform", locale).getString(key), locale)
                .format(values);
    }
}
