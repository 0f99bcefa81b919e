package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.PersonalContacts.Actor;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.platform.tables.NetworkTables;

/// On whom the ties rest (M7, M8). The tables tell ties between organisations and who acts for them; so the
/// people with
/// a mandate
/// on both sides of a tie are taken for its contacts.
final class People {
    private final Map<String, List<MandateRow>> byOrganisation = new HashMap<>();
    private final Graph graph;
    private final Boundary boundary;
    private final Measuring measuring;

    People(NetworkTables tables, Graph graph, Boundary boundary, LocalDate asOf, Measuring measuring) {
        this.graph = graph;
        this.boundary = boundary;
        this.measuring = measuring;
        tables.mandates().stream()
                .filter(it -> it.holds(asOf) && boundary.has(it.organisation()))
                .forEach(it -> byOrganisation
                        .computeIfAbsent(it.organisation(), key -> new ArrayList<>())
                        .add(it));
    }

    List<Measure> measures() {
        return List.of(operativeReach(), measure(MeasureId.SINGLE_THREAD_TIES, it -> true, contacts(it -> true)));
    }

    private Measure operativeReach() {
        Predicate<MandateRow> withLevel = it -> it.level() != null;
        return measure(MeasureId.OPERATIVE_REACH, withLevel, contacts(withLevel));
    }

    PersonalContacts contacts(Predicate<MandateRow> counts) {
        return PersonalContacts.across(graph, it -> actors(it, counts));
    }

    private List<Actor> actors(String organisation, Predicate<MandateRow> counts) {
        return byOrganisation.getOrDefault(organisation, List.of()).stream()
                .filter(counts)
                .map(it -> new Actor(it.person(), organisation, level(it)))
                .distinct()
                .toList();
    }

    private static PersonalContacts.Level level(MandateRow row) {
        return row.level() == null
                ? PersonalContacts.Level.ADMINISTRATION
                : PersonalContacts.Level.valueOf(row.level().name());
    }

    private Measure measure(MeasureId id, Predicate<MandateRow> counts, PersonalContacts contacts) {
        if (contacts.pairs() == 0) return measuring.withheld(id, Withheld.NO_DATA, null, "mandates", "ties");
        double part = id == MeasureId.OPERATIVE_REACH
                ? contacts.operativePairs()
                : contacts.singleThread().size();
        long silent = boundary.members().keySet().stream()
                .filter(it -> actors(it, counts).isEmpty())
                .count();
        return measuring.ratio(
                id, part, contacts.pairs(), silent / (double) boundary.size(), "organisations", "mandates", "ties");
    }
}
