package org.wirknetz.networkcheck;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wirknetz.platform.Words;

/// A kind of tie (German: *Art der Verbindung*): one of the six every network has, or one of its own.
///
/// @param own whether the network named it itself; then its names are data, else they are words
public record TieKind(String key, boolean own, String nameDe, String nameEn) {

    public static final List<String> COMMON =
            List.of("INFO", "REFERRAL", "JOINT_PRODUCT", "FUNDING", "AGREEMENT", "FAVOUR");

    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,62}");

    static TieKind common(String key) {
        return new TieKind(key, false, "", "");
    }

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    public String name(Words words, Locale locale) {
        if (!own) return words.say(locale, "networkcheck.kind." + key);
        return locale.equals(Locale.ENGLISH) ? nameEn : nameDe;
    }
}
