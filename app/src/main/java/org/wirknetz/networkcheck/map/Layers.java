package org.wirknetz.networkcheck.map;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;

/// Which ties a map shows (German: *Ebenen*). Who belongs to the network does not depend on it, so an
/// organisation whose ties are all filtered away stands there without any.
///
/// @param kinds keys of kinds of tie; empty for all
/// @param strength shows ties of at least this strength, 1 to 5; a tie without one counts as 1
/// @param coordinator whether the coordination office and its ties are shown
public record Layers(Set<String> kinds, Said said, Form form, Confirmed confirmed, int strength, boolean coordinator) {

    public static final Layers ALL = new Layers(Set.of(), Said.ANY, Form.ANY, Confirmed.ANY, 1, true);

    private static final String AGREEMENT = "AGREEMENT";

    /// Where a tie is known from, asked of the pair.
    public enum Said {
        ANY,
        /// Somebody has named it.
        REPORTED,
        /// Work shows it.
        OBSERVED,
        /// Named and shown by work, whatever the kinds.
        BOTH
    }

    /// Whether it is in writing (capabilities C11.4).
    public enum Form {
        ANY,
        FORMAL,
        INFORMAL
    }

    public enum Confirmed {
        ANY,
        BOTH,
        ONE
    }

    public Layers {
        kinds = Set.copyOf(kinds);
    }

    public Snapshot of(Chronicle chronicle, LocalDate day) {
        var snapshot = chronicle.asOf(day, this::shown);
        return coordinator ? snapshot : snapshot.withoutCoordinator();
    }

    private List<TieRecord> shown(List<TieRecord> holding) {
        var chosen = holding.stream().filter(this::passes).toList();
        if (said == Said.ANY) return chosen;
        var origins = new HashMap<Pair, Set<Said>>();
        for (var tie : chosen) {
            origins.computeIfAbsent(Pair.of(tie), it -> EnumSet.noneOf(Said.class))
                    .add(origin(tie));
        }
        return chosen.stream().filter(tie -> saidSo(tie, origins)).toList();
    }

    private boolean passes(TieRecord tie) {
        var how = tie.strength();
        return (kinds.isEmpty() || kinds.contains(tie.kind()))
                && (form == Form.ANY || (form == Form.FORMAL) == tie.kind().equals(AGREEMENT))
                && (confirmed == Confirmed.ANY || (confirmed == Confirmed.BOTH) == tie.confirmedByBoth())
                && (how == null ? 1 : how) >= strength;
    }

    private boolean saidSo(TieRecord tie, Map<Pair, Set<Said>> origins) {
        return said == Said.BOTH ? origins.getOrDefault(Pair.of(tie), Set.of()).size() == 2 : said == origin(tie);
    }

    private static Said origin(TieRecord tie) {
        return tie.isObserved() ? Said.OBSERVED : Said.REPORTED;
    }
}
