package org.wirknetz.networkcheck;

import java.util.Locale;
import org.wirknetz.platform.web.Shapes;

/// A kind of partner as the map shows it (German: *Akteursgruppe*).
///
/// @param number its place in the network's list, counted from 1: it decides colour and shape
public record ActorGroup(String key, String nameDe, String nameEn, int number) {

    public String name(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? nameEn : nameDe;
    }

    /// One of the eight colours.
    public int colour() {
        return Shapes.colour(number);
    }

    /// One of the eight shapes; no two groups share colour and shape.
    public int shape() {
        return Shapes.shape(number);
    }
}
