package org.wirknetz.platform.tables;

import java.util.List;

/// A cell that was read as several people.
///
/// @param text as it stands there, without doubled blanks
public record SharedCell(Place at, String text, List<String> names) {
    public SharedCell {
        names = List.copyOf(names);
    }
}
