package org.wirknetz.analysis.bench;

import java.util.Locale;

/// Numbers as the tables show them.
final class Figures {
    private Figures() {}

    static String millis(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    static String ratio(double peer, double own) {
        return times(peer / own);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.1f×" : "%,.0f×", ratio);
    }
}
