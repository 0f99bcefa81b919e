package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.MemberStatus;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.transfer.ImportCounts.Count;

/// Writes since when and how organisations belong to the network. Dates alone say nothing new of somebody who is known;
/// a status or an end does.
final class MembershipWriting {

    private final JdbcTemplate db;
    private final UUID network;
    private final LocalDate today;
    private final Register register;
    private final Findings findings;
    private final Map<UUID, Said> said = new LinkedHashMap<>();

    MembershipWriting(JdbcTemplate db, UUID network, LocalDate today, Register register, Findings findings) {
        this.db = db;
        this.network = network;
        this.today = today;
        this.register = register;
        this.findings = findings;
    }

    private record Said(OrganisationRow row, @Nullable MemberStatus status, Period member) {
        static Said of(OrganisationRow row) {
            return new Said(row, row.status(), row.member());
        }

        Said and(Said more) {
            return new Said(
                    status == null ? more.row : row,
                    status == null ? more.status : status,
                    member.together(more.member));
        }
    }

    /// Several rows may be decided to be one organisation, each with a day of its own.
    void note(UUID organisation, OrganisationRow row) {
        said.merge(organisation, Said.of(row), this::together);
    }

    private Said together(Said one, Said more) {
        if (one.status() != null && more.status() != null && one.status() != more.status()) {
            findings.add(Finding.error(
                    more.row().at().column("status"),
                    "transfer.status.two",
                    more.row().name(),
                    one.row().name()));
        }
        return one.and(more);
    }

    Count write() {
        var added = new Rows(db, """
                insert into directory.membership (network, organisation, status, valid_from, valid_to)
                select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                """, "uuid", "uuid", "text", "date", "date");
        var changed = new Rows(db, """
                update directory.membership m set status = n.status, valid_to = n.valid_to
                  from unnest(?::uuid[], ?::uuid[], ?::text[], ?::date[]) as n (network, id, status, valid_to)
                 where m.network = n.network and m.id = n.id
                """, "uuid", "uuid", "text", "date");
        int addedCount = 0;
        int changedCount = 0;
        int unchangedCount = 0;
        for (var entry : said.entrySet()) {
            var stored = register.memberships.getOrDefault(entry.getKey(), List.of());
            var course = new MembershipCourse(stored, today);
            course.hear(entry.getValue().status(), entry.getValue().member())
                    .ifPresent(it -> tell(it, entry.getValue()));
            course.added()
                    .forEach(
                            it -> added.add(network, entry.getKey(), it.status().name(), it.from(), it.to()));
            course.changed()
                    .forEach(it -> changed.add(network, it.id(), it.status().name(), it.to()));
            if (course.added().isEmpty() && course.changed().isEmpty()) unchangedCount++;
            else if (stored.isEmpty()) addedCount++;
            else changedCount++;
        }
        added.flush();
        changed.flush();
        return new Count(addedCount, changedCount, unchangedCount);
    }

    private void tell(String key, Said said) {
        var column = said.status() == null ? "member_to" : "status";
        var at = said.row().at().column(column);
        findings.add(
                key.equals("transfer.status.changed")
                        ? Finding.note(at, key, said.row().name())
                        : Finding.warning(at, key, said.row().name()));
    }
}
