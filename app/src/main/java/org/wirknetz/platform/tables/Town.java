package org.wirknetz.platform.tables;

import java.util.regex.Pattern;

/// Postcode and town, also where a list has both in one column: "00110 Lindenfurt", "D-00110 Lindenfurt".
record Town(String postcode, String city) {
    private static final Pattern BOTH = Pattern.compile("(?:[A-Za-z]{1,2}[- ])?(\\d{4,5})[ ,]+(\\p{L}.*)");

    static Town of(String postcode, String city) {
        if (!postcode.isEmpty()) return new Town(postcode, city);
        var both = BOTH.matcher(city);
        return both.matches() ? new Town(both.group(1), both.group(2)) : new Town("", city);
    }
}
