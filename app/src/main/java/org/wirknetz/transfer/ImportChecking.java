package org.wirknetz.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.wirknetz.agreements.AgreementLists;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.NetworkTablesReader;
import org.wirknetz.platform.tables.Place;
import org.wirknetz.platform.tables.Recognition;

/// Tries an import, or does it: the same code, with or without taking the transaction back.
@Component
class ImportChecking {

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final AgreementLists agreements;
    private final Clock clock;

    ImportChecking(JdbcTemplate db, PlatformTransactionManager transactions, AgreementLists agreements, Clock clock) {
        this.db = db;
        this.agreements = agreements;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// @param keep false takes everything back in the end: a dry run
    ImportReport on(
            List<Recognition> recognised, Findings findings, ImportChoices choices, Progress progress, boolean keep) {
        return on(recognised, findings, choices, progress, keep, report -> {});
    }

    /// @param kept hears the report in the very transaction that keeps the rows, just before it ends
    ImportReport on(
            List<Recognition> recognised,
            Findings findings,
            ImportChoices choices,
            Progress progress,
            boolean keep,
            Consumer<ImportReport> kept) {
        long began = System.nanoTime();
        var tables = NetworkTablesReader.readTables(recognised, choices.ones(), findings);
        new Checks(findings).check(tables);
        var resemblances = keep ? List.<Resemblance>of() : resemblances(tables);
        Function<Tried, ImportReport> report = tried -> new ImportReport(
                lines(findings).stream()
                        .filter(it -> !asked(it, resemblances, keep))
                        .toList(),
                findings.errors(),
                findings.beyond(),
                tried.counts(),
                resemblances,
                keep ? List.of() : tried.asked(),
                keep ? List.of() : cells(tables),
                tables.read(),
                (System.nanoTime() - began) / 1_000_000);
        return report.apply(
                findings.refuse()
                        ? Tried.NOT
                        : attempt(tables, findings, choices, progress, keep, it -> kept.accept(report.apply(it))));
    }

    private static List<ImportReport.Cell> cells(NetworkTables tables) {
        return tables.sharedCells().stream()
                .map(it -> new ImportReport.Cell(it.text(), it.names(), it.at().line()))
                .toList();
    }

    private record Tried(@Nullable ImportCounts counts, List<GroupWord> asked) {
        static final Tried NOT = new Tried(null, List.of());
    }

    private Tried attempt(
            NetworkTables tables,
            Findings findings,
            ImportChoices choices,
            Progress progress,
            boolean keep,
            Consumer<Tried> kept) {
        UUID network = Scope.current().requireNetwork().value();
        try {
            var tried = transaction.execute(status -> {
                var writing =
                        new ImportWriting(db, network, LocalDate.now(clock), choices, tables, agreements, progress);
                var counts = writing.write(tables, findings);
                db.execute("set constraints all immediate");
                var written = new Tried(counts, writing.asked());
                if (keep && !findings.refuse()) kept.accept(written);
                else status.setRollbackOnly();
                return written;
            });
            return findings.refuse() || tried == null ? Tried.NOT : tried;
        } catch (DataIntegrityViolationException refused) {
            findings.add(Finding.error(place(tables), "transfer.database-refused", detail(refused)));
            return Tried.NOT;
        }
    }

    private List<Resemblance> resemblances(NetworkTables tables) {
        var register = Register.read(db);
        var resemblances = new Resemblances();
        register.organisations
                .values()
                .forEach(
                        it -> resemblances.knows(it.id(), it.name(), it.fields().get("email")));
        for (var row : tables.organisations()) {
            if (register.organisation(Checks.key(row.key()), row.name()) == null) resemblances.meets(row);
        }
        return resemblances.found();
    }

    // A pair that a person is asked about, or was asked about, needs no second mention.
    private static boolean asked(ImportReport.Line line, List<Resemblance> resemblances, boolean keep) {
        if (!line.key().equals("tables.duplicate.similar")) return false;
        return keep
                || resemblances.stream().anyMatch(it -> line.values().containsAll(List.of(it.name(), it.twinName())));
    }

    static List<ImportReport.Line> lines(Findings findings) {
        return findings.all().stream()
                .map(it -> new ImportReport.Line(
                        it.severity().name(),
                        it.at().file(),
                        it.at().sheet(),
                        it.at().line(),
                        it.at().column(),
                        it.key(),
                        it.values()))
                .toList();
    }

    private static Place place(NetworkTables tables) {
        return tables.organisations().isEmpty()
                ? Place.file("")
                : Place.file(tables.organisations().getFirst().at().file());
    }

    private static String detail(DataIntegrityViolationException refused) {
        return refused.getMostSpecificCause() instanceof org.postgresql.util.PSQLException sql
                        && sql.getServerErrorMessage() != null
                        && sql.getServerErrorMessage().getConstraint() != null
                ? sql.getServerErrorMessage().getConstraint()
                : "";
    }
}
