package org.wirknetz.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What may be printed of a number, as data: the words and the decimal sign are for whoever speaks the
/// language.
public sealed interface Display {

    /// "19 of 28"
    record Fraction(long part, long whole) implements Display {}

    /// `value` in percent, to be printed with so many decimals.
    record Percent(double value, int decimals) implements Display {
        public BigDecimal rounded() {
            return Display.round(value, decimals);
        }
    }

    /// `value` to be printed with so many decimals.
    record Number(double value, int decimals) implements Display {
        public BigDecimal rounded() {
            return Display.round(value, decimals);
        }
    }

    /// Nothing is printed.
    record Withheld(Why why) implements Display {}

    enum Why {
        UNDEFINED,
        TOO_FEW_ORGANISATIONS,
        TOO_FEW_ANSWERS
    }

    private static BigDecimal round(double value, int decimals) {
        // Through the shortest decimal that names the number, so that 0.285 is not read as 0.28499….
        return new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
    }
}
