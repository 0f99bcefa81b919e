package org.wirknetz.exchange.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A question in a person's words, cut into the things asked for: "Räume und eine Prüferin, die Russisch spricht" are
/// two.
public record Ask(List<String> clauses) {

    private static final int MOST = 3;
    private static final Pattern CUT = Pattern.compile("\\s+(?:und|and|sowie|plus)\\s+|[,;?!.]\\s*|\\s\\+\\s");
    /// Such a clause says more about what was named before it.
    private static final Pattern RELATIVE =
            Pattern.compile("(?:die|der|das|den|dem|welche[rsn]?|mit|auf|für|who|that|which|with)\\s.*");

    public Ask {
        clauses = List.copyOf(clauses);
    }

    public static Ask of(String text) {
        var clauses = new ArrayList<String>();
        for (var piece : CUT.split(text)) {
            var clause = piece.strip();
            if (clause.isEmpty()) continue;
            boolean relative =
                    RELATIVE.matcher(clause.toLowerCase(Locale.GERMAN)).matches();
            if (!clauses.isEmpty() && (relative || clauses.size() == MOST)) {
                clauses.set(clauses.size() - 1, clauses.getLast() + " " + clause);
            } else {
                clauses.add(clause);
            }
        }
        return new Ask(clauses);
    }
}
