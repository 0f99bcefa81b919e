package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes who stands for which organisation.
final class MandateWriting {

    private static final int MOST_TWINS = 20;

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
        for (var row : withoutTwins(rows)) {
            step.run();
            var person = people.get(row.person());
            var organisation = organisations.get(row.organisation());
            if (person == null || organisation == null) continue; // the reader has refused the file for this
            var mandate = Register.mandate(person, organisation, row.function());
            if (saysNothingNew(row, mandate)) {
                unchangedCount++;
            } else {
                var level = row.level();
                var ended = row.former() && row.period().to() == null
                        ? ended(row)
                        : row.period().to();
                register.know(mandate, new Period(row.period().from(), ended), today);
                added.add(
                        network,
                        person,
                        organisation,
                        row.function(),
                        level == null ? null : level.name(),
                        row.period().from(),
                        ended);
                addedCount++;
            }
        }
        added.flush();
        return new Count(addedCount, 0, unchangedCount);
    }

    /// The same beginning; or none at all, of a mandate that holds today.
    private boolean saysNothingNew(MandateRow row, String mandate) {
        return register.knowsMandate(mandate, row.period().from())
                || !row.period().dated() && !row.former() && register.knowsCurrent(mandate);
    }

    /// Two spellings of one organisation may each name the same person in the same function: where the days overlap,
    /// that is
    /// one mandate from the earlier known day on. What one spelling alone says stays as it is.
    private List<MandateRow> withoutTwins(List<MandateRow> rows) {
        if (Set.copyOf(organisations.values()).size() == organisations.size()) return rows;
        var joined = new ArrayList<MandateRow>(rows.size());
        var places = new HashMap<String, List<Integer>>();
        for (var row : rows) {
            var person = people.get(row.person());
            var organisation = organisations.get(row.organisation());
            if (person == null || organisation == null) continue;
            var same = places.computeIfAbsent(
                    Register.mandate(person, organisation, row.function()), it -> new ArrayList<>(1));
            var twin = same.stream()
                    .limit(MOST_TWINS)
                    .filter(it -> areTwins(joined.get(it), row))
                    .findFirst();
            if (twin.isPresent()) {
                joined.set(twin.get(), together(joined.get(twin.get()), row));
            } else {
                same.add(joined.size());
                joined.add(row);
            }
        }
        return joined;
    }

    private static boolean areTwins(MandateRow one, MandateRow other) {
        var levels = one.level() == null || other.level() == null || one.level() == other.level();
        return levels
                && !one.organisation().equals(other.organisation())
                && one.former() == other.former()
                && overlap(one.period(), other.period());
    }

    private static boolean overlap(Period one, Period other) {
        return begins(one, other) && begins(other, one);
    }

    private static boolean begins(Period one, Period before) {
        return one.from() == null || before.to() == null || one.from().isBefore(before.to());
    }

    private static MandateRow together(MandateRow one, MandateRow more) {
        return new MandateRow(
                one.at(),
                one.person(),
                one.organisation(),
                one.function(),
                one.level() == null ? more.level() : one.level(),
                one.period().together(more.period()),
                one.former());
    }

    /// "Ehemalig" without a date: it ended at the latest today.
    private LocalDate ended(MandateRow row) {
        var from = row.period().from();
        return from != null && !from.isBefore(today) ? from.plusDays(1) : today;
    }
}
