package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Whom a message has reached (M12): who acknowledged it, and after how many days. Acknowledging is voluntary,
/// so this is the least that were reached.
///
/// Cost O(people). Undefined without anybody to reach.
public final class InformationReach {
    private final int addressed;
    private final int[] days;

    private InformationReach(int addressed, int... days) {
        this.addressed = addressed;
        this.days = days.clone();
        Arrays.sort(this.days);
    }

    /// @param days after which those who did acknowledged
    public static InformationReach of(int addressed, int... days) {
        if (addressed < 0)
            throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of people addressed", addressed, 0);
        if (addressed < days.length)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of acknowledgements", days.length, 0, addressed);
        for (int day : days)
            if (day < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "A number of days", day, 0);
        return new InformationReach(addressed, days);
    }

    public int within(int mostDays) {
        return (int) Arrays.stream(days).filter(day -> day <= mostDays).count();
    }

    /// Undefined where nobody was addressed.
    public OptionalDouble shareWithin(int mostDays) {
        return Share.of(within(mostDays), addressed);
    }

    public int open() {
        return addressed - days.length;
    }

    /// The median days of those who acknowledged; undefined where nobody did.
    public OptionalDouble medianDays() {
        int n = days.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((days[(n - 1) / 2] + days[n / 2]) / 2.0);
    }
}
