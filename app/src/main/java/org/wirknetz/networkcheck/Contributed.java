package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.tables.ContributionRow;
import org.wirknetz.platform.tables.Place;

/// What was given and taken up to a day, for the check.
///
/// Figures count the whole network, whoever reads them; which pairs a reader may see by name, their own card says.
/// What is older than two years counts no more: a return may take its time, not for ever (M10).
/// Favours of one pair and direction are summed where the check cannot tell them apart: by whether they may remind and
/// whether they are older than the six months of rule F1.
@Component
public class Contributed {

    private static final Place HERE = Place.file("database");

    private final JdbcClient db;

    Contributed(JdbcClient db) {
        this.db = db;
    }

    List<ContributionRow> until(LocalDate day, Snapshot snapshot) {
        Map<UUID, String> keys = snapshot.members().stream().collect(Collectors.toMap(Member::id, Member::key));
        return db
                .sql("""
                        select giver, receiver, sum(weight) as weight, reminds, min(given_on) as given_on
                          from exchange.contribution_sum_card
                         where network = :network and (given_on is null or (given_on <= :day and given_on > :since))
                         group by giver, receiver, reminds, coalesce(given_on < :old, false)
                         order by giver, receiver, reminds, 5
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param("day", day)
                .param("since", day.minusMonths(Gift.MONTHS))
                .param("old", day.minusMonths(org.wirknetz.analysis.Favours.REMINDER_MONTHS))
                .query((row, n) -> new ContributionRow(
                        HERE,
                        keys.getOrDefault(row.getObject("giver", UUID.class), ""),
                        keys.getOrDefault(row.getObject("receiver", UUID.class), ""),
                        "",
                        null,
                        row.getBigDecimal("weight"),
                        row.getBoolean("reminds"),
                        row.getObject("given_on", LocalDate.class)))
                .list()
                .stream()
                .filter(it -> !it.giver().isEmpty() && !it.receiver().isEmpty())
                .toList();
    }

    /// Who has given to whom on which days, over all that is confirmed.
    public List<Gift> gifts() {
        return db.sql("""
                        select distinct giver, receiver, given_on as "on"
                          from exchange.contribution_sum_card
                         where network = ? and giver <> receiver
                        """)
                .param(Scope.current().requireNetwork().value())
                .query(Gift.class)
                .list();
    }

    /// Whether what is given comes back, over all pairs (domain: M10).
    public Reciprocity reciprocity(LocalDate day, Snapshot snapshot) {
        var builder = Graph.builder();
        snapshot.members().forEach(it -> builder.node(it.key()));
        until(day, snapshot).stream()
                .filter(it -> !it.giver().equals(it.receiver()))
                .forEach(it -> builder.tie(it.giver(), it.receiver(), it.weight()));
        return Reciprocity.of(builder.build());
    }

    /// The pairs whose contributions the one who asks may see, as keys in either order.
    Set<List<String>> shown(Snapshot snapshot) {
        Map<UUID, String> keys = snapshot.members().stream().collect(Collectors.toMap(Member::id, Member::key));
        var shown = new HashSet<List<String>>();
        db.sql("select distinct giver, receiver from exchange.contribution_card where network = ?")
                .param(Scope.current().requireNetwork().value())
                .query(row -> {
                    var giver = keys.getOrDefault(row.getObject("giver", UUID.class), "");
                    var receiver = keys.getOrDefault(row.getObject("receiver", UUID.class), "");
                    shown.add(List.of(giver, receiver));
                    shown.add(List.of(receiver, giver));
                });
        return shown;
    }
}
