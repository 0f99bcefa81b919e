package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Graph;
import org.wirknetz.networkcheck.check.CheckResult.Pair;
import org.wirknetz.platform.tables.ContributionRow;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.TieRow;

/// The network on one day: its members (nominalist boundary after Laumann, Marsden and Prensky 1983) and what holds
/// among them.
/// Whoever is no member on the day is outside, with all its ties.
final class Boundary {
    private final NetworkTables tables;
    private final LocalDate day;
    private final @Nullable Set<Pair> confirmed;
    private final Map<String, OrganisationRow> members;

    Boundary(CheckInput input) {
        this(input.tables(), input.asOf(), input.worked());
    }

    Boundary(NetworkTables tables, LocalDate day) {
        this(tables, day, null);
    }

    private Boundary(NetworkTables tables, LocalDate day, @Nullable Worked worked) {
        this.tables = tables;
        this.day = day;
        this.confirmed = worked == null ? null : worked.confirmed();
        members = tables.organisations().stream()
                .filter(it -> it.belongs(day))
                .sorted(java.util.Comparator.comparing(OrganisationRow::key))
                .collect(Collectors.toMap(
                        OrganisationRow::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    Map<String, OrganisationRow> members() {
        return members;
    }

    int size() {
        return members.size();
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    List<TieRow> ties() {
        return tables.ties().stream()
                .filter(it -> it.period().holds(day) && has(it.from()) && has(it.to()))
                .toList();
    }

    /// Contributions up to the day; one without a date counts at any.
    List<ContributionRow> contributions() {
        return tables.contributions().stream()
                .filter(it -> it.date() == null || !it.date().isAfter(day))
                .filter(it -> has(it.giver()) && has(it.receiver()) && it.weight() > 0)
                .toList();
    }

    /// Whether both sides stand by their tie. The rooms know whose word it is; tables tell it by naming the tie in both
    /// directions.
    boolean both(Graph directed, int one, int other) {
        return confirmed == null
                ? directed.hasTie(one, other) && directed.hasTie(other, one)
                : confirmed.contains(Pair.of(directed.key(one), directed.key(other)));
    }

    /// Who reports a tie to whom; strengths of repeated ties add up, a tie without one counts 1.
    Graph directed() {
        var graph = Graph.builder().nodes(members.keySet());
        for (var tie : ties()) {
            double strength = tie.strength() == null ? 1 : tie.strength().doubleValue();
            graph.tie(tie.from(), tie.to(), strength);
            if (tie.mutual()) graph.tie(tie.to(), tie.from(), strength);
        }
        return graph.build();
    }

    /// Who gave to whom, weighed by hours or effort.
    Graph given() {
        var graph = Graph.builder().nodes(members.keySet());
        contributions().forEach(it -> graph.tie(it.giver(), it.receiver(), it.weight()));
        return graph.build();
    }
}
