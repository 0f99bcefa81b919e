package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers as people write them: 1.234,56 € and 1,234.56 and 0,5 h. Only where both readings are possible (1.234) the
/// table's
/// own style decides.
public final class Decimals {
    private static final Pattern NOISE =
            Pattern.compile("(?i)\\s|\\u00a0|\\u202f|€|eur|euro|std\\.?|stunden|hours|h$|%|'|’");
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,15}([.,]\\d{1,15})?");
    private static final Pattern GROUPED_GERMAN = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d{1,15})?");
    private static final Pattern GROUPED_ENGLISH = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,15})?");
    private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

    private Decimals() {}

    /// @throws NumberFormatException when the text is no number
    static BigDecimal parse(Cell cell, DecimalStyle style) {
        return cell instanceof Cell.Amount amount ? amount.value() : parse(cell.text(), style);
    }

    /// @throws NumberFormatException when the text is no number
    public static BigDecimal parse(String typed, DecimalStyle style) {
        var text = NOISE.matcher(typed).replaceAll("");
        if (AMBIGUOUS.matcher(text).matches()) {
            boolean point = text.indexOf('.') >= 0;
            return point == (style == DecimalStyle.GERMAN)
                    ? new BigDecimal(text.replaceAll("[.,]", ""))
                    : new BigDecimal(text.replace(',', '.'));
        }
        if (PLAIN.matcher(text).matches()) return new BigDecimal(text.replace(',', '.'));
        if (GROUPED_GERMAN.matcher(text).matches())
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        if (GROUPED_ENGLISH.matcher(text).matches()) return new BigDecimal(text.replace(",", ""));
        throw new NumberFormatException(text);
    }
}
