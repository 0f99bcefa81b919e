package org.wirknetz.journal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organisation the office could call today, with what speaks for it.
///
/// @param joined since when it belongs to the network; null where nobody knows
/// @param lastOn the last contact; null where there was none
/// @param rhythm days of silence that are wanted at most
/// @param newcomer joined lately, and nobody has spoken to it since
/// @param person who speaks for it since lately, in another's place, and was not spoken to yet; null where
/// nobody
/// @param due what was to be done by now; null where nothing was
/// @param more how many more follow-ups are due
/// @param speaker whom to ask for: who is new, who was to be called again, or who has spoken for it longest
/// @param phone of the speaker, or of the house
public record Call(
        UUID organisation,
        String name,
        @Nullable LocalDate joined,
        @Nullable LocalDate lastOn,
        int rhythm,
        boolean newcomer,
        @Nullable String person,
        @Nullable LocalDate personSince,
        @Nullable String due,
        @Nullable LocalDate dueOn,
        long more,
        @Nullable String speaker,
        @Nullable String phone) {

    /// The number as a telephone dials it, without the (0) that is dialled only inside a country; empty where none is
    /// known.
    public String dialled() {
        if (phone == null) return "";
        var abroad = phone.strip();
        if (abroad.startsWith("+") || abroad.startsWith("00")) abroad = abroad.replaceFirst("\\(\\s*0\\s*\\)", "");
        return abroad.replaceAll("[^+0-9]", "");
    }

    /// Whom to call, and for whom they speak.
    public String who() {
        return speaker == null ? name : speaker + " (" + name + ")";
    }

    /// New members and new people are called within two months, or not at all.
    static final int LATELY = 60;

    private static final double FORTNIGHT = 14;
    private static final double FRESH = 1.5;

    /// What speaks for a call, as the page says it.
    public enum Reason {
        DUE,
        NEWCOMER,
        SUCCESSOR,
        SILENCE,
        NEVER
    }

    public List<Reason> reasons(LocalDate today) {
        var reasons = new ArrayList<Reason>();
        if (dueOn != null) reasons.add(Reason.DUE);
        if (newcomer) reasons.add(Reason.NEWCOMER);
        if (person != null) reasons.add(Reason.SUCCESSOR);
        if (!newcomer && silence(today) > rhythm) reasons.add(lastOn == null ? Reason.NEVER : Reason.SILENCE);
        return List.copyOf(reasons);
    }

    /// Days without a contact, counted from joining where there was none; twice what is wanted where that is
    /// unknown.
    public long silence(LocalDate today) {
        if (lastOn != null) return ChronoUnit.DAYS.between(lastOn, today);
        return joined == null ? 2L * rhythm : ChronoUnit.DAYS.between(joined, today);
    }

    /// How much speaks for it: the silence in units of the wanted rhythm, at most three of them; 1 for a
    /// follow-up
    /// that is due, and a share for each fortnight it waits; 1.5 for a new member and for a new person. It
    /// orders
    /// a list and is never shown as a number.
    double pressure(LocalDate today) {
        double sum = 0;
        for (var reason : reasons(today)) {
            sum += switch (reason) {
                case DUE -> 1 + Math.min(2, late(today) / FORTNIGHT);
                case NEWCOMER, SUCCESSOR -> FRESH;
                case SILENCE, NEVER -> Math.min(3, (double) silence(today) / rhythm);
            };
        }
        return sum;
    }

    private long late(LocalDate today) {
        return dueOn == null ? 0 : ChronoUnit.DAYS.between(dueOn, today);
    }
}
