package org.wirknetz.networkcheck.check;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.check.MeasureId.Style;

/// What a page may print of a measure: the size gates and the rule against false precision (`domain.md` 5.1).
/// The value itself is never touched.
final class Display {
    private static final int LIST_ONLY = 5;
    private static final int COUNTS_ONLY = 10;
    private static final int NO_DECIMALS = 20;
    private static final double TOO_FEW_ANSWERS = 0.6;
    private static final double LIMITED = 0.8;

    private final int n;
    private final @Nullable Double responseShare;
    private final CheckWords words;

    Display(int n, @Nullable Double responseShare, CheckWords words) {
        this.n = n;
        this.responseShare = responseShare;
        this.words = words;
    }

    String of(MeasureId id, double value, @Nullable Double numerator, @Nullable Double denominator) {
        var gate = gate(id);
        return gate != null ? gate : limited(id, shown(id.style(), value, numerator, denominator));
    }

    /// A sentence in the place of a number that says nothing by itself.
    String of(MeasureId id, Supplier<String> sentence) {
        var gate = gate(id);
        if (gate != null) return gate;
        return limited(id, n < NO_DECIMALS ? hidden() : sentence.get());
    }

    private @Nullable String gate(MeasureId id) {
        boolean money = id.style() == Style.MONEY || id.style() == Style.MONEY_INDEX;
        if (!money && n < LIST_ONLY) return words.say("check.gate.list", words.number(n));
        if (id.structural() && responseShare != null && responseShare < TOO_FEW_ANSWERS) {
            return words.say("check.gate.answers", words.percent(responseShare, 0));
        }
        return null;
    }

    private String limited(MeasureId id, String shown) {
        boolean limited = id.structural() && responseShare != null && responseShare < LIMITED;
        return limited ? words.say("check.gate.limited", shown) : shown;
    }

    String census() {
        return n < LIST_ONLY ? words.say("check.gate.list", words.number(n)) : words.say("check.triads.display");
    }

    private String shown(Style style, double value, @Nullable Double numerator, @Nullable Double denominator) {
        boolean small = n < COUNTS_ONLY;
        return switch (style) {
            case RATIO -> ratio(value, numerator, denominator, small);
            case INDEX -> small ? hidden() : words.significant(value);
            case DISTANCE -> words.significant(value);
            case COUNT -> words.number(value);
            // Detection finds groups in any small network; below twenty they mean nothing.
            case COMMUNITY -> n < NO_DECIMALS ? hidden() : words.significant(value);
            case MONEY -> words.percent(value, 0);
            case MONEY_INDEX -> words.significant(value);
            case CENSUS -> census();
        };
    }

    private String ratio(double value, @Nullable Double part, @Nullable Double whole, boolean small) {
        if (part == null || whole == null) return small ? hidden() : words.significant(value);
        if (small || whole < 20) return words.say("check.of", words.format(part, 1), words.format(whole, 1));
        return words.percent(value, whole >= 100 && n >= NO_DECIMALS ? 1 : 0);
    }

    private String hidden() {
        return words.say("check.gate.counts", words.number(n));
    }
}
