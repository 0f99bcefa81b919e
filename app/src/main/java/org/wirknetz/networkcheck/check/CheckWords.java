package org.wirknetz.networkcheck.check;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The sentences of a check from `words/check_*`, and numbers and days as a reader of that language expects them.
public final class CheckWords {
    private final Locale locale;
    private final Properties words;

    public CheckWords(Locale asked) {
        locale = asked.getLanguage().equals("en") ? Locale.UK : Locale.GERMANY;
        words = load("check", locale.getLanguage());
    }

    /// All words of a module, for whoever says them without a platform.
    public static Properties load(String module, String language) {
        var words = new Properties();
        try (var in = Objects.requireNonNull(
                        CheckWords.class.getResourceAsStream("/words/" + module + "_" + language + ".properties"));
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    public String language() {
        return locale.getLanguage();
    }

    /// Numbers among the values are written in the reader's way by [#number] before they come here.
    public String say(String key, Object... values) {
        var texts = java.util.Arrays.stream(values).map(Object::toString).toArray();
        return new MessageFormat(Objects.requireNonNull(words.getProperty(key), key), locale).format(texts);
    }

    /// A sentence about one thing or about several: `key.one` and `key.many`, {0} being the number.
    public String count(String key, long number, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = number(number);
        System.arraycopy(more, 0, values, 1, more.length);
        return say(key + (number == 1 ? ".one" : ".many"), values);
    }

    public String number(double number) {
        return format(number, 0);
    }

    /// Rounded to so many decimals at most.
    public String format(double number, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(0);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        var text = format.format(number);
        return text.equals("-0") ? "0" : text.replace('-', '−');
    }

    /// With exactly so many decimals, as the pages print them.
    public String fixed(BigDecimal number, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number).replace('-', '−');
    }

    /// Two significant digits: 0.5238 is 0,52 and 2.14 is 2,1.
    public String significant(double number) {
        if (number == 0) return number(0);
        int magnitude = (int) Math.floor(Math.log10(Math.abs(number)));
        return format(number, Math.clamp(1L - magnitude, 0, 6));
    }

    /// Percent with a narrow no-break space in front of the sign, in German as DIN 5008 wants it.
    public String percent(double share, int decimals) {
        return format(share * 100, decimals) + percentSign();
    }

    /// A number of percent with exactly so many decimals.
    String percent(BigDecimal percent, int decimals) {
        return fixed(percent, decimals) + percentSign();
    }

    private String percentSign() {
        return locale == Locale.UK ? "%" : "\u202f%";
    }

    public String day(LocalDate day) {
        var pattern = locale == Locale.UK ? "d MMMM yyyy" : "dd.MM.yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }

    public String list(java.util.List<String> names) {
        if (names.size() < 2) return String.join("", names);
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + say("check.and") + " " + names.getLast();
    }
}
