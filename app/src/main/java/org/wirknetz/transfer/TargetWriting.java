package org.wirknetz.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Place;
import org.wirknetz.platform.tables.TargetRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes the target constellation.
final class TargetWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final GroupsAndAreas places;
    private final Findings findings;
    private final Runnable step;

    TargetWriting(
            JdbcTemplate db, UUID network, LocalDate today, GroupsAndAreas places, Findings findings, Runnable step) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.places = places;
        this.findings = findings;
        this.step = step;
    }

    /// @param weight as the table keeps it, with two decimal places
    private record Role(UUID group, @Nullable UUID area, int minimum, BigDecimal weight) {

        String said() {
            return group + "|" + area + "|" + minimum + "|"
                    + weight.stripTrailingZeros().toPlainString();
        }
    }

    /// A target list that says something new becomes a new version from today; one that says the same changes
    /// nothing. One that a decided later version would outdate is refused, as the page refuses it.
    Count write(List<TargetRow> rows) {
        if (rows.isEmpty()) return Count.NONE;
        var roles = roles(rows);
        var said = new HashSet<String>();
        roles.forEach(it -> said.add(it.said()));
        if (roles.isEmpty() || said.equals(known())) return new Count(0, 0, rows.size());
        var file = rows.getFirst().at().file();
        var later = db.queryForObject("select max(valid_from) from directory.target_model", LocalDate.class);
        if (later != null && later.isAfter(today)) {
            findings.add(Finding.error(Place.file(file), "transfer.target.later", later));
            return Count.NONE;
        }
        decide(file, roles);
        return new Count(roles.size(), 0, 0);
    }

    private HashSet<String> known() {
        return new HashSet<>(db.queryForList("""
                select r.actor_group || '|' || coalesce(r.area::text, 'null') || '|' || r.minimum || '|' || trim_scale(r.weight)
                  from directory.target_role r
                 where r.model = (select id from directory.target_model where valid_from <= ? order by number desc limit 1)
                """, String.class, today));
    }

    /// Two lines for one role of one area would leave it open which one counts.
    private List<Role> roles(List<TargetRow> rows) {
        var roles = new ArrayList<Role>();
        Map<String, Role> first = new HashMap<>();
        for (var row : rows) {
            step.run();
            var group = places.group(row);
            if (group == null) continue;
            var role = new Role(
                    group, places.area(row.area()), row.minimum(), row.weight().setScale(2, RoundingMode.HALF_UP));
            var before = first.putIfAbsent(role.group() + "|" + role.area(), role);
            if (before == null) roles.add(role);
            else if (!before.equals(role)) {
                findings.add(Finding.error(row.at().column("group"), "transfer.target.twice", row.group()));
            }
        }
        return roles;
    }

    private void decide(String file, List<Role> roles) {
        var model = UUID.randomUUID();
        db.update("""
                insert into directory.target_model (network, id, name, number, valid_from, source)
                values (?, ?, ?, (select coalesce(max(number), 0) + 1 from directory.target_model), ?, ?)
                """, network, model, file, today, file);
        for (var role : roles) {
            db.update(
                    "insert into directory.target_role (network, model, actor_group, area, minimum, weight)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    network,
                    model,
                    role.group(),
                    role.area(),
                    role.minimum(),
                    role.weight());
        }
    }
}
