package org.wirknetz.directory.web;

import java.util.List;
import java.util.UUID;
import org.wirknetz.directory.SamePeople;

/// Two cards side by side: which value of each field shall stand, and what moves.
///
/// @param kind `organisations` or `people`
/// @param lines only fields in which the two differ
/// @param same people with a card at each of the two organisations
/// @param moving what hangs on the second card, as sentences
public record MergePage(
        String kind,
        UUID one,
        String oneName,
        UUID other,
        String otherName,
        List<Line> lines,
        List<String> moving,
        List<SamePeople.Pair> same) {

    /// @param field the name of the radio, such as `email`
    public record Line(String field, String label, String one, String other) {

        /// The first card's value stands unless it is empty.
        public boolean firstStands() {
            return !one.isEmpty();
        }
    }
}
