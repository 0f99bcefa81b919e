package org.wirknetz.analysis;

/// From `low` to `high`, both included.
public record Range(double low, double high) {
    public Range {
        if (!(low <= high)) throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The lower end", low, "−∞", high);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public boolean overlaps(Range other) {
        return low <= other.high && other.low <= high;
    }

    public double width() {
        return high - low;
    }
}
