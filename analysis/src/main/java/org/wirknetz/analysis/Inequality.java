package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How evenly a thing is spread over those who could have it: agenda items, contacts, money (M2).
///
/// Cost O(n log n). Undefined without any amount. Sources: Gini (1912), Pielou (1966), Blau (1977).
public final class Inequality {
    private final double[] ascending;
    private final double sum;

    private Inequality(double... amounts) {
        ascending = amounts.clone();
        Arrays.sort(ascending);
        for (double amount : ascending) Amount.checked("An amount", amount);
        sum = Arrays.stream(ascending).sum();
    }

    public static Inequality of(double... amounts) {
        return new Inequality(amounts);
    }

    public static Inequality of(int... amounts) {
        return new Inequality(Arrays.stream(amounts).asDoubleStream().toArray());
    }

    /// `G = Σ (2i − n − 1) x_(i) / (n Σ x)`: 0 if all have the same, up to (n − 1)/n if one has all. Undefined
    /// for nobody or nothing.
    public OptionalDouble gini() {
        int n = ascending.length;
        double weighted = 0;
        for (int i = 0; i < n; i++) weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
        return Share.of(weighted, n * sum);
    }

    /// `G* = G n / (n − 1)`, which reaches 1 in small groups too. Undefined below two.
    public OptionalDouble correctedGini() {
        int n = ascending.length;
        var raw = gini();
        return n < 2 || raw.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(raw.getAsDouble() * n / (n - 1));
    }

    /// Pielou's evenness `J = −Σ p ln p / ln n`: 1 if all have the same, 0 if one has all. Undefined below two
    /// or where there is nothing.
    public OptionalDouble evenness() {
        if (ascending.length < 2 || sum == 0) return OptionalDouble.empty();
        double entropy = 0;
        for (double x : ascending) if (x > 0) entropy -= x / sum * Math.log(x / sum);
        return OptionalDouble.of(Math.clamp(entropy / Math.log(ascending.length), 0, 1));
    }

    /// Herfindahl's concentration `Σ p²`; undefined where there is nothing.
    public OptionalDouble concentration() {
        if (sum == 0) return OptionalDouble.empty();
        double squares = 0;
        for (double x : ascending) squares += x / sum * (x / sum);
        return OptionalDouble.of(squares);
    }

    /// Blau's diversity `1 − Σ p²`: the chance that two drawn with replacement differ.
    public OptionalDouble diversity() {
        var concentration = concentration();
        return concentration.isEmpty() ? concentration : OptionalDouble.of(1 - concentration.getAsDouble());
    }

    /// The number of equal parts that would be as concentrated: `1 / Σ p²`.
    public OptionalDouble effectiveNumber() {
        var concentration = concentration();
        return concentration.isEmpty() ? concentration : OptionalDouble.of(1 / concentration.getAsDouble());
    }

    public double sum() {
        return sum;
    }

    public int count() {
        return ascending.length;
    }
}
