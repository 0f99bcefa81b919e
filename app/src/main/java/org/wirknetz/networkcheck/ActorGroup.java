package org.wirknetz.networkcheck;

import java.util.Locale;

/// A kind of partner as the map shows it (German: *Akteursgruppe*).
///
/// @param number its place in the network's list, counted from 1: it decides colour and shape
public record ActorGroup(String key, String nameDe, String nameEn, int number) {

    public String name(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? nameEn : nameDe;
    }

    /// One of the eight colours.
    public int colour() {
        return Math.floorMod(number - 1, 8) + 1;
    }

    /// One of the eight shapes: like the colour for the first eight groups, then shifted, so that no two groups share
    /// both.
    public int shape() {
        return Math.floorMod(number - 1 + (number - 1) / 8 * 3, 8) + 1;
    }
}
