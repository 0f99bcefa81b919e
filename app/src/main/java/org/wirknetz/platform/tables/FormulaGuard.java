package org.wirknetz.platform.tables;

import java.util.regex.Pattern;

/// Keeps a spreadsheet from executing what a stranger typed: a text that begins with = + - @ or a control
/// sign gets an
/// apostrophe in front. A plain negative number stays. Reading takes exactly one apostrophe away again, so
/// that what we
/// write
/// comes back unchanged, also when the text itself began with apostrophes.
final class FormulaGuard {
    private static final Pattern DANGEROUS = Pattern.compile("^'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("^'+[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-\\d+([.,]\\d+)?");

    private FormulaGuard() {}

    static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String text) {
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }
}
