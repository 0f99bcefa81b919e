package org.wirknetz.surveys.web;

import java.text.NumberFormat;
import org.wirknetz.platform.web.Frame;
import org.wirknetz.surveys.Figure;

/// A figure in words, no finer than its number of raters allows: fractions below twenty, whole percent and one decimal
/// from there on.
public final class Numbers {

    private Numbers() {}

    /// Who said 4 or 5: "12 of 17", "18 of 25 (72 %)".
    public static String agree(Frame frame, Figure figure) {
        return figure.inPercent()
                ? frame.say(
                        "surveys.agree.percent",
                        figure.agree(),
                        figure.raters(),
                        Math.round(100.0 * figure.agree() / figure.raters()))
                : frame.say("surveys.agree", figure.agree(), figure.raters());
    }

    /// The mean where there are enough for one, else the median.
    public static String middle(Frame frame, Figure figure) {
        return decimal(frame, figure.mean().orElse(figure.median()));
    }

    public static String sentence(Frame frame, Figure figure) {
        return figure.mean()
                .map(mean -> frame.say(
                        "surveys.sentence.mean",
                        figure.in(frame.locale()),
                        figure.agree(),
                        figure.raters(),
                        decimal(frame, mean)))
                .orElseGet(() -> frame.say(
                        "surveys.sentence.median",
                        figure.in(frame.locale()),
                        figure.agree(),
                        figure.raters(),
                        decimal(frame, figure.median())));
    }

    private static String decimal(Frame frame, double number) {
        var format = NumberFormat.getInstance(frame.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }
}
