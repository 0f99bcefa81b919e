package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes who stands for which organisation; a list that tells the beginning, the end or the level of a known mandate
/// completes or corrects it.
final class MandateWriting {

    private static final int MOST_TWINS = 20;

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final Map<String, UUID> people;
    private final Map<String, UUID> organisations;
    private final Register register;
    private final Findings findings;
    private final Runnable step;
    private final Set<UUID> said = new HashSet<>();
    private final Map<UUID, Added> added = new LinkedHashMap<>();
    private final Map<UUID, KnownMandate> changed = new LinkedHashMap<>();

    MandateWriting(
            JdbcTemplate db,
            UUID network,
            LocalDate today,
            Map<String, UUID> people,
            Map<String, UUID> organisations,
            Register register,
            Findings findings,
            Runnable step) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.people = people;
        this.organisations = organisations;
        this.register = register;
        this.findings = findings;
        this.step = step;
    }

    Count write(List<MandateRow> rows) {
        int unchangedCount = 0;
        for (var row : withoutTwins(rows)) {
            step.run();
            var person = people.get(row.person());
            var organisation = organisations.get(row.organisation());
            if (person == null || organisation == null) continue; // the reader has refused the file for this
            var known = register.mandates(Register.mandate(person, organisation, row.function()));
            var meant = KnownMandate.meant(known, row, today, said);
            if (meant.isEmpty()) {
                var mandate = fresh(row);
                said.add(mandate.id());
                known.add(mandate);
                added.put(mandate.id(), new Added(person, organisation, row.function(), mandate));
                continue;
            }
            var mandate = meant.get().as(row, today);
            said.add(mandate.id());
            if (mandate.equals(meant.get())) {
                unchangedCount++;
                continue;
            }
            known.set(known.indexOf(meant.get()), mandate);
            tellOfBeginning(row, meant.get());
            // A second row about a new one: it is new still.
            if (added.computeIfPresent(mandate.id(), (id, it) -> it.as(mandate)) == null) {
                changed.put(mandate.id(), mandate);
            } else {
                unchangedCount++;
            }
        }
        change();
        add();
        return new Count(added.size(), changed.size(), unchangedCount);
    }

    private void tellOfBeginning(MandateRow row, KnownMandate before) {
        var was = before.period().from();
        var is = row.period().from();
        if (was == null || is == null || was.equals(is)) return;
        findings.add(Finding.note(row.at().column("from"), "transfer.mandate.begins", was, is));
    }

    private record Added(UUID person, UUID organisation, String function, KnownMandate mandate) {

        Added as(KnownMandate mandate) {
            return new Added(person, organisation, function, mandate);
        }
    }

    private KnownMandate fresh(MandateRow row) {
        var from = row.period().from();
        boolean ended = row.former() && row.period().to() == null;
        return new KnownMandate(
                UUID.randomUUID(),
                row.level() == null ? null : row.level().name(),
                ended ? new Period(from, KnownMandate.ended(from, today)) : row.period());
    }

    private void change() {
        var rows = new Rows(db, """
                update directory.mandate m
                   set level = n.level, valid_from = n.valid_from, valid_to = n.valid_to
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                       as n (network, id, level, valid_from, valid_to)
                 where m.network = n.network and m.id = n.id
                """, "uuid", "uuid", "text", "date", "date");
        changed.values()
                .forEach(it -> rows.add(
                        network,
                        it.id(),
                        it.level(),
                        it.period().from(),
                        it.period().to()));
        rows.flush();
    }

    private void add() {
        var rows = new Rows(db, """
                insert into directory.mandate (network, id, person, organisation, function, level, valid_from, valid_to)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[])
                """, "uuid", "uuid", "uuid", "uuid", "text", "text", "date", "date");
        added.values()
                .forEach(it -> rows.add(
                        network,
                        it.mandate().id(),
                        it.person(),
                        it.organisation(),
                        it.function(),
                        it.mandate().level(),
                        it.mandate().period().from(),
                        it.mandate().period().to()));
        rows.flush();
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
}
