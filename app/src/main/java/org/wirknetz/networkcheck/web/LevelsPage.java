package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.wirknetz.analysis.PersonalContacts.Level;
import org.wirknetz.networkcheck.Levels;
import org.wirknetz.platform.web.Sorting;

/// Partners and the levels on which they take part, as a table.
///
/// @param sentence how many take part by people who do the work
/// @param partners as sorted
public record LevelsPage(
        LocalDate asOf,
        String sentence,
        List<Levels.Partner> partners,
        List<Levels.Round> rounds,
        int unnamed,
        int unlevelled,
        Sorting sorting) {

    /// From outermost to innermost, as they stand in the table.
    static final List<Level> LEVELS = List.of(Level.LEADERSHIP, Level.OPERATIONAL, Level.ADMINISTRATION);

    public List<Level> levels() {
        return LEVELS;
    }

    /// Partners of whom nobody operative took part come first unless the reader wants another order.
    static List<Levels.Partner> sorted(List<Levels.Partner> partners, String by) {
        var key = by.startsWith("-") ? by.substring(1) : by;
        Comparator<Levels.Partner> order = switch (key) {
            case "LEADERSHIP", "OPERATIONAL", "ADMINISTRATION" ->
                Comparator.comparing(it -> it.cell(Level.valueOf(key)).present());
            case "last" ->
                Comparator.comparing(
                        it -> it.cell(Level.OPERATIONAL).last(),
                        Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));
            case "share" -> Comparator.comparing(LevelsPage::share);
            default -> Comparator.comparing(it -> it.member().name());
        };
        if (by.startsWith("-")) order = order.reversed();
        return partners.stream()
                .sorted(order.thenComparing(it -> it.member().name()))
                .toList();
    }

    /// Nobody there is less than none operative.
    private static double share(Levels.Partner partner) {
        return partner.present() == 0 ? -1 : (double) partner.operative() / partner.present();
    }
}
