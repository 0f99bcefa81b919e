package org.wirknetz.surveys;

import java.util.Locale;
import java.util.regex.Pattern;

/// One thing that is asked, in both languages.
///
/// @param key stays when the wording changes; shipped items have words for keys, own ones a random one
/// @param shipped whether it comes with the program
/// @param changed a shipped one that was worded anew here
/// @param version 0 for one that lies in no table yet
public record Item(String key, Kind kind, String de, String en, boolean shipped, boolean changed, int version) {

    public static final int LONGEST = 300;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}]");

    /// @throws Refused when a wording is missing, too long, or more than a line
    public Item {
        de = line(de);
        en = line(en);
    }

    private static String line(String wording) {
        return CONTROLS.matcher(Texts.needed(wording, LONGEST)).replaceAll(" ");
    }

    public String in(Locale locale) {
        return locale.equals(Locale.GERMAN) ? de : en;
    }
}
