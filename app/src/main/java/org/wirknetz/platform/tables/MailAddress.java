package org.wirknetz.platform.tables;

import java.util.regex.Pattern;

/// A mail address out of what people paste: "mailto:a@b.example", "Ayşe Yılmaz <a@b.example>", "a @ b.example",
/// "a(at)b.example".
final class MailAddress {
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>@,;:\"()\\[\\]]+@[^\\s<>@,;:\"()\\[\\]]+\\.[\\p{L}\\d-]{2,}");

    private static final Pattern AT = Pattern.compile("\\s*(?:@|[(\\[](?:at|ät)[)\\]])\\s*", Pattern.CASE_INSENSITIVE);

    private MailAddress() {}

    /// The address in small letters, or empty when the text holds none.
    static String of(String text) {
        var match = ADDRESS.matcher(
                AT.matcher(text.replaceFirst("(?i)^mailto:", "")).replaceAll("@"));
        return match.find() ? match.group().toLowerCase(java.util.Locale.ROOT) : "";
    }
}
