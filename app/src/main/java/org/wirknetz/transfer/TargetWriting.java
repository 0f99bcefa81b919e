package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.TargetRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes the target constellation.
final class TargetWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final GroupsAndAreas places;
    private final Runnable step;

    TargetWriting(JdbcTemplate db, UUID network, LocalDate today, GroupsAndAreas places, Runnable step) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.places = places;
        this.step = step;
    }

    /// A target list that says something new becomes a new version from today; one that says the same changes
    /// nothing.
    Count write(List<TargetRow> rows) {
        if (rows.isEmpty()) return Count.NONE;
        Set<String> said = new HashSet<>();
        for (var row : rows) {
            var group = places.group(row.group());
            var area = places.area(row.area());
            said.add(group + "|" + area + "|" + row.minimum() + "|"
                    + row.weight().stripTrailingZeros().toPlainString());
        }
        var known = new HashSet<>(db.queryForList("""
                select r.actor_group || '|' || coalesce(r.area::text, 'null') || '|' || r.minimum || '|' || trim_scale(r.weight)
                  from directory.target_role r
                 where r.model = (select id from directory.target_model where valid_from <= ? order by number desc limit 1)
                """, String.class, today));
        if (said.equals(known)) return new Count(0, 0, rows.size());
        var model = UUID.randomUUID();
        db.update(
                """
                insert into directory.target_model (network, id, name, number, valid_from, source)
                values (?, ?, ?, (select coalesce(max(number), 0) + 1 from directory.target_model), ?, ?)
                """,
                network,
                model,
                rows.getFirst().at().file(),
                today,
                rows.getFirst().at().file());
        for (var row : rows) {
            step.run();
            db.update(
                    """
                    insert into directory.target_role (network, model, actor_group, area, minimum, weight)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    network,
                    model,
                    places.group(row.group()),
                    places.area(row.area()),
                    row.minimum(),
                    row.weight());
        }
        return new Count(rows.size(), 0, 0);
    }
}
