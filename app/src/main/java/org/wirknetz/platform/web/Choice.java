package org.wirknetz.platform.web;

import org.jspecify.annotations.Nullable;

/// One thing to choose in a select, a list of ticks or a column menu.
///
/// @param value what is sent
/// @param label in the person's language
/// @param help a line below it, or null
public record Choice(
        String value,
        String label,
        boolean chosen,
        @Nullable String help) {

    public Choice(String value, String label, boolean chosen) {
        this(value, label, chosen, null);
    }
}
