package org.wirknetz.rounds.web;

import java.text.NumberFormat;
import java.util.Locale;

/// A condition as those asked rate it: means of scales from 1 to 5.
///
/// @param number how many rated it
public record Rated(String condition, int number, double importance, double standing) {

    /// Fewer anonymous ratings than this could tell who gave them.
    static final int ENOUGH = 5;

    private static final double LEFT = 60;
    private static final double TOP = 20;
    private static final double UNIT = 80;

    /// One decimal, as a mean of a scale is said.
    public static String said(double mean, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(mean).replace('-', '−');
    }

    /// How far what is important falls short.
    public double gap() {
        return importance - standing;
    }

    /// In the picture: how well it stands, from left to right.
    public double x() {
        return LEFT + (standing - 1) * UNIT;
    }

    /// How important it is, from bottom to top.
    public double y() {
        return TOP + (5 - importance) * UNIT;
    }
}
