package org.wirknetz.agreements;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which form of cooperation fits (domain: complementary divides the market, supportive helps towards something,
/// integrative
/// does one task together): by what the title and purpose say, else by how many pairs of parties are of one actor
/// group.
///
/// @param reason key of the words that say why
public record FormSuggestion(CooperationForm form, String reason) {

    private static final List<String> MONEY =
            List.of("förder", "antrag", "mittel einwerben", "finanzier", "stellungnahme");
    private static final List<String> TASK =
            List.of("gemeinsam", "zusammen", "anerkenn", "unter einem dach", "begleitforsch");

    /// @param groups the actor groups of each party
    public static FormSuggestion of(String title, String purpose, List<Set<String>> groups) {
        var text = (title + " " + purpose).toLowerCase(Locale.GERMAN);
        if (holds(text, MONEY)) return new FormSuggestion(CooperationForm.SUPPORTIVE, "agreements.suggest.money");
        if (holds(text, TASK)) return new FormSuggestion(CooperationForm.INTEGRATIVE, "agreements.suggest.task");
        int pairs = groups.size() * (groups.size() - 1) / 2;
        long shared = 0;
        for (int one = 0; one < groups.size(); one++) {
            for (int other = one + 1; other < groups.size(); other++) {
                if (groups.get(one).stream().anyMatch(groups.get(other)::contains)) shared++;
            }
        }
        if (shared == 0) return new FormSuggestion(CooperationForm.COMPLEMENTARY, "agreements.suggest.different");
        if (shared == pairs) return new FormSuggestion(CooperationForm.SUPPORTIVE, "agreements.suggest.same");
        return new FormSuggestion(CooperationForm.INTEGRATIVE, "agreements.suggest.mixed");
    }

    private static boolean holds(String text, Collection<String> stems) {
        return stems.stream().anyMatch(text::contains);
    }
}
