package org.wirknetz.networkcheck.check;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.wirknetz.analysis.Display.Fraction;
import org.wirknetz.analysis.Display.Number;
import org.wirknetz.analysis.Display.Percent;
import org.wirknetz.analysis.Display.Why;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.analysis.SizeGate.Kind;

/// Says what [SizeGate] lets out of a measure, as the pages say it (`domain.md` 5.1). The value itself is never
/// touched.
///
/// @param asked whether the share documented is the share of those who answered, not of those with a tie
final class Display {
    private static final int LIST_ONLY = 5;
    private static final int TWO = 2;
    private static final double HUNDRED = 100;

    private final SizeGate bySize;
    private final SizeGate onTies;
    private final boolean asked;
    private final CheckWords words;

    Display(SizeGate onTies, boolean asked, CheckWords words) {
        this.onTies = onTies;
        this.bySize = SizeGate.of(onTies.organisations());
        this.asked = asked;
        this.words = words;
    }

    /// @param tied whether it describes how the members are tied, and so depends on how much of that is documented
    String of(MeasureId id, double value, OptionalDouble part, OptionalDouble whole, boolean tied) {
        var gate = tied ? onTies : bySize;
        return switch (id.style()) {
            case RATIO ->
                part.isPresent() && whole.isPresent()
                        ? limited(gate, gate.ratio(Kind.COUNT, whole(part), whole(whole)))
                        : limited(gate, gate.index(Kind.INDEX, OptionalDouble.of(value)));
            case INDEX -> limited(gate, gate.index(Kind.INDEX, OptionalDouble.of(value)));
            case LOSS -> limited(gate, percent(gate, value));
            case DISTANCE -> limited(gate, gate.index(Kind.DISTANCE, OptionalDouble.of(value)));
            case COUNT -> limited(gate, gate.count(Kind.DISTANCE, Math.round(value)));
            case COMMUNITY -> limited(gate, gate.index(Kind.COMMUNITIES, OptionalDouble.of(value)));
            // Money is not counted in organisations.
            case MONEY -> said(gate, new Percent(HUNDRED * value, 0));
            case MONEY_INDEX -> said(gate, new Number(value, TWO));
            case CENSUS -> census();
        };
    }

    private static long whole(OptionalDouble number) {
        return Math.round(number.orElseThrow());
    }

    /// A sentence in the place of a number that says nothing by itself.
    String of(Supplier<String> sentence) {
        return onTies.allows(Kind.COMMUNITIES)
                ? limited(onTies, sentence.get())
                : said(onTies, onTies.count(Kind.COMMUNITIES, 0));
    }

    String census() {
        return onTies.allows(Kind.COUNT)
                ? words.say("check.triads.display")
                : said(onTies, onTies.count(Kind.COUNT, 0));
    }

    private static org.wirknetz.analysis.Display percent(SizeGate gate, double share) {
        var shown = gate.index(Kind.INDEX, OptionalDouble.of(share));
        return shown instanceof Number ? new Percent(HUNDRED * Math.max(0, share), 0) : shown;
    }

    private String limited(SizeGate gate, org.wirknetz.analysis.Display shown) {
        var said = said(gate, shown);
        return shown instanceof org.wirknetz.analysis.Display.Withheld ? said : limited(gate, said);
    }

    private String limited(SizeGate gate, String shown) {
        return gate.isLimited() ? words.say("check.gate.limited", shown) : shown;
    }

    private String said(SizeGate gate, org.wirknetz.analysis.Display shown) {
        return switch (shown) {
            case Fraction(var part, var whole) -> words.say("check.of", words.number(part), words.number(whole));
            case Percent percent -> words.percent(percent.rounded(), percent.decimals());
            case Number number -> words.fixed(number.rounded(), number.decimals());
            case org.wirknetz.analysis.Display.Withheld(var why) -> withheld(gate, why);
        };
    }

    private String withheld(SizeGate gate, Why why) {
        var n = words.number(gate.organisations());
        if (gate.organisations() < LIST_ONLY) return words.say("check.gate.list", n);
        return switch (why) {
            case UNDEFINED -> words.say("check.withheld.undefined");
            case TOO_FEW_ORGANISATIONS -> words.say("check.gate.counts", n);
            case TOO_FEW_ANSWERS ->
                words.say(
                        asked ? "check.gate.answers" : "check.gate.documented",
                        words.percent(gate.responseShare().orElse(1), 0));
        };
    }
}
