package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes who stands for which organisation.
final class MandateWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final Map<String, UUID> people;
    private final Map<String, UUID> organisations;
    private final Register register;
    private final Runnable step;

    MandateWriting(
            JdbcTemplate db,
            UUID network,
            LocalDate today,
            Map<String, UUID> people,
            Map<String, UUID> organisations,
            Register register,
            Runnable step) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.people = people;
        this.organisations = organisations;
        this.register = register;
        this.step = step;
    }

    Count write(List<MandateRow> rows) {
        var added = new Rows(db, """
                insert into directory.mandate (network, person, organisation, function, level, valid_from, valid_to)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[])
                """, "uuid", "uuid", "uuid", "text", "text", "date", "date");
        int addedCount = 0;
        int unchangedCount = 0;
        for (var row : rows) {
            step.run();
            var person = people.get(row.person());
            var organisation = organisations.get(row.organisation());
            if (person == null || organisation == null) continue; // the reader has refused the file for this
            if (register.mandates.add(Register.mandate(
                    person, organisation, row.function(), row.period().from()))) {
                var level = row.level();
                var ended = row.former() && row.period().to() == null
                        ? ended(row)
                        : row.period().to();
                added.add(
                        network,
                        person,
                        organisation,
                        row.function(),
                        level == null ? null : level.name(),
                        row.period().from(),
                        ended);
                addedCount++;
            } else {
                unchangedCount++;
            }
        }
        added.flush();
        return new Count(addedCount, 0, unchangedCount);
    }

    /// "Ehemalig" without a date: it ended at the latest today.
    private LocalDate ended(MandateRow row) {
        var from = row.period().from();
        return from != null && !from.isBefore(today) ? from.plusDays(1) : today;
    }
}
