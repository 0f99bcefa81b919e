package org.wirknetz.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One word in the sentence of filters above a list, such as the second in "Aktive **Bildungsträger** in Kupferland".
///
/// @param before words between this chip and the one before it, such as "in"; may be empty
/// @param label what is chosen now, or what could be chosen ("mit Ansprechperson …")
/// @param set whether it narrows the list
/// @param options links to the same list with another choice
/// @param without the same list without this filter; null where it cannot be left out
public record Filter(
        String before,
        String label,
        boolean set,
        List<Option> options,
        @Nullable String without) {

    /// The same with words between it and the chip before.
    public Filter after(String words) {
        return new Filter(words, label, set, options, without);
    }

    /// @param href the whole address of the list with this choice
    public record Option(String label, String href, boolean chosen) {}
}
