package org.wirknetz.directory;

import java.util.regex.Pattern;

/// Words that somebody typed, without what no reader sees: control characters but for the breaks of lines, and marks
/// that turn the direction of what follows.
public final class PlainText {

    private static final Pattern BREAKS = Pattern.compile("\\R");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");
    private static final Pattern HALF_SIGNS = Pattern.compile("\\p{Cs}");

    private PlainText() {}

    public static String of(String typed) {
        var lines = BREAKS.matcher(typed).replaceAll("\n").replace('\t', ' ');
        return HALF_SIGNS
                .matcher(UNSEEN.matcher(lines).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /// The same in one line, as for a name.
    public static String line(String typed) {
        return of(typed).replaceAll("\\s+", " ");
    }
}
