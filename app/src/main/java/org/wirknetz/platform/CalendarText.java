package org.wirknetz.platform;

import java.nio.charset.StandardCharsets;

/// Lines of an iCalendar file (RFC 5545): written one by one, folded after 75 octets, ended by CR LF.
public final class CalendarText {

    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    /// Signs with a meaning of their own, written so that they mean themselves.
    public static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /// A value within a line, such as a name: in quotes, and so without any.
    public static String quoted(String text) {
        return '"' + text.replace('"', '\'').replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ") + '"';
    }

    /// A line of more than 75 octets goes on in the next, which begins with a space; no letter is cut in two.
    public CalendarText line(String content) {
        var room = new int[] {LONGEST};
        content.codePoints().forEach(letter -> {
            var written = Character.toString(letter);
            int bytes = written.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room[0]) {
                text.append("\r\n ");
                room[0] = LONGEST - 1;
            }
            text.append(written);
            room[0] -= bytes;
        });
        text.append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
