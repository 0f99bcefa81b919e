package org.wirknetz.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.TieRow;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes ties; the side that the file speaks for has confirmed them. Between two organisations there is one tie of a
/// kind at a time: a list that says another beginning, end, strength or form of it corrects it.
final class TieWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final Map<String, UUID> organisations;
    private final Register register;
    private final Findings findings;
    private final Runnable step;
    private final Set<UUID> said = new HashSet<>();
    private final List<Added> added = new ArrayList<>();
    private final Map<UUID, KnownTie> changed = new LinkedHashMap<>();
    private int unchanged;

    TieWriting(
            JdbcTemplate db,
            UUID network,
            Map<String, UUID> organisations,
            Register register,
            Findings findings,
            Runnable step) {
        this.db = db;
        this.network = network;
        this.organisations = organisations;
        this.register = register;
        this.findings = findings;
        this.step = step;
    }

    private record Added(UUID from, UUID to, String kind, KnownTie tie) {}

    Count write(List<TieRow> rows) {
        for (var row : rows) {
            step.run();
            var from = organisations.get(row.from());
            var to = organisations.get(row.to());
            if (from == null || to == null || from.equals(to)) continue; // refused by the reader; or one after a merge
            note(row, from, to);
        }
        // First what ends or begins otherwise: a new one may follow on it.
        change();
        add();
        return new Count(added.size(), changed.size(), unchanged);
    }

    private void note(TieRow row, UUID from, UUID to) {
        var known = register.ties(from, to, row.kind());
        var meant = meant(known, row);
        if (meant.isPresent() && said.contains(meant.get().id())) {
            boolean same = !row.period().dated()
                    || Objects.equals(row.period().from(), meant.get().period().from());
            if (same) unchanged++;
            else refuse(row, "from_date", "transfer.tie.twice", from, to);
            return;
        }
        var tie = meant.map(it -> it.as(row)).orElseGet(() -> KnownTie.of(row));
        if (known.stream().anyMatch(it -> !it.id().equals(tie.id()) && it.overlaps(tie.period()))) {
            refuse(row, "from_date", "transfer.tie.twice", from, to);
            return;
        }
        boolean mirrored = tie.mutual()
                && register.ties(to, from, row.kind()).stream()
                        .anyMatch(it -> it.mutual() && it.overlaps(tie.period()));
        if (mirrored) {
            refuse(row, "mutual", "transfer.tie.mirrored", from, to);
            return;
        }
        said.add(tie.id());
        if (meant.isEmpty()) {
            added.add(new Added(from, to, row.kind(), tie));
            known.add(tie);
        } else if (tie.equals(meant.get())) {
            unchanged++;
        } else {
            changed.put(tie.id(), tie);
            known.set(known.indexOf(meant.get()), tie);
        }
    }

    private void refuse(TieRow row, String column, String key, UUID from, UUID to) {
        findings.add(Finding.error(row.at().column(column), key, name(from, row.from()), name(to, row.to())));
    }

    private String name(UUID organisation, String key) {
        var known = register.organisations.get(organisation);
        return known == null ? key : known.name();
    }

    /// The tie with this beginning; else the one at that time, where the row leaves open when or the tie has not ended
    /// otherwise than the row says.
    private static Optional<KnownTie> meant(List<KnownTie> known, TieRow row) {
        var from = row.period().from();
        var same = known.stream()
                .filter(it -> Objects.equals(it.period().from(), from))
                .findFirst();
        if (same.isPresent()) return same;
        var then = known.stream().filter(it -> it.overlaps(row.period())).toList();
        if (from == null) return then.stream().max(Comparator.comparing(KnownTie::begins));
        return then.size() == 1 && then.getFirst().mayEndAs(row) ? Optional.of(then.getFirst()) : Optional.empty();
    }

    private void change() {
        var rows = new Rows(db, """
                update networkcheck.tie t
                   set strength = n.strength, mutual = n.mutual, form = n.form, valid_from = n.valid_from, valid_to = n.valid_to,
                       to_confirmed_at = case when n.mutual then coalesce(t.to_confirmed_at, now()) else t.to_confirmed_at end,
                       version = t.version + 1
                  from unnest(?::uuid[], ?::uuid[], ?::int[], ?::boolean[], ?::text[], ?::date[], ?::date[])
                       as n (network, id, strength, mutual, form, valid_from, valid_to)
                 where t.network = n.network and t.id = n.id
                """, "uuid", "uuid", "int4", "bool", "text", "date", "date");
        changed.values()
                .forEach(it -> rows.add(
                        network,
                        it.id(),
                        it.strength(),
                        it.mutual(),
                        it.form(),
                        it.period().from(),
                        it.period().to()));
        rows.flush();
    }

    private void add() {
        var rows = new Rows(db, """
                insert into networkcheck.tie
                    (network, id, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to,
                     from_confirmed_at, to_confirmed_at)
                select n.network, n.id, n.from_organisation, n.to_organisation, n.kind, n.strength, n.mutual, n.form, n.valid_from,
                       n.valid_to, now(), case when n.mutual then now() end
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::boolean[], ?::text[], ?::date[],
                              ?::date[])
                       as n (network, id, from_organisation, to_organisation, kind, strength, mutual, form, valid_from, valid_to)
                """, "uuid", "uuid", "uuid", "uuid", "text", "int4", "bool", "text", "date", "date");
        added.forEach(it -> rows.add(
                network,
                it.tie().id(),
                it.from(),
                it.to(),
                it.kind(),
                it.tie().strength(),
                it.tie().mutual(),
                it.tie().form(),
                it.tie().period().from(),
                it.tie().period().to()));
        rows.flush();
    }
}
