package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// How long members stay, with those still there counted as not yet ended instead of left out: the
/// product-limit estimate (Kaplan and Meier 1958).
///
/// Cost O(stays log stays). The median is undefined while more than half have stayed.
public final class Tenure {

    /// A stay of so long, in any one unit; `ended` is false for those who are still there.
    public record Stay(double length, boolean ended) {
        public Stay {
            if (!(length >= 0) || Double.isInfinite(length))
                throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The length of a stay", length, 0);
        }
    }

    /// From this length on so large a share has stayed.
    public record Step(double length, double remaining) {}

    private final List<Step> steps;
    private final int stays;

    private Tenure(List<Step> steps, int stays) {
        this.steps = steps;
        this.stays = stays;
    }

    public static Tenure of(Collection<Stay> stays) {
        var ended = new TreeMap<Double, Integer>();
        var all = new TreeMap<Double, Integer>();
        for (var stay : stays) {
            all.merge(stay.length(), 1, Integer::sum);
            if (stay.ended()) ended.merge(stay.length(), 1, Integer::sum);
        }
        var steps = new ArrayList<Step>();
        int atRisk = stays.size();
        double remaining = 1;
        for (var entry : all.entrySet()) {
            int left = ended.getOrDefault(entry.getKey(), 0);
            if (left > 0) {
                remaining *= 1 - (double) left / atRisk;
                steps.add(new Step(entry.getKey(), remaining));
            }
            atRisk -= entry.getValue();
        }
        return new Tenure(List.copyOf(steps), stays.size());
    }

    public List<Step> steps() {
        return steps;
    }

    /// The share expected to stay longer than so long; undefined without stays.
    public OptionalDouble remaining(double length) {
        if (stays == 0) return OptionalDouble.empty();
        double remaining = 1;
        for (var step : steps) if (step.length() <= length) remaining = step.remaining();
        return OptionalDouble.of(remaining);
    }

    /// The length after which half have left; undefined while more than half are still there.
    public OptionalDouble median() {
        // Half is met within rounding: 1 − 1/2 after several factors may come out a trace above.
        return steps.stream()
                .filter(step -> step.remaining() <= 0.5 + 1e-12)
                .mapToDouble(Step::length)
                .findFirst();
    }
}
