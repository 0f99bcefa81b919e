package org.wirknetz.transfer;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Trouble;
import org.wirknetz.platform.tables.Findings;
import tools.jackson.core.type.TypeReference;

/// Works off imports in the background, one at a time a node. A lease says who works; when its node dies, the
/// lease runs out and another node (or the next start) begins the work anew: it was one transaction, so
/// nothing is half-done.
@Component
class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final String LEASE = "interval '30 seconds'";
    private static final String ENDED = " lease = null, cancel = false, ended_at = now()";

    private final JdbcTemplate db;
    private final ImportFiles files;
    private final ImportChecking checking;
    private final UUID runner = UUID.randomUUID();
    private volatile boolean stopping;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import").factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("import-watch").factory());

    ImportJobs(JdbcTemplate db, ImportFiles files, ImportChecking checking) {
        this.db = db;
        this.files = files;
        this.checking = checking;
    }

    private record Job(UUID id, UUID network, UUID account, String state) {}

    void begin(ImportId id) {
        var scope = Scope.current();
        worker.submit(() -> scope.run(() -> work(id)));
    }

    @PreDestroy
    void stop() {
        stopping = true;
        // Not at once: what has been asked of it is answered, or the worker would wait for ever.
        watch.shutdown();
        worker.shutdownNow();
    }

    /// Takes up what a node that died has left in the network of the scope.
    ///
    /// @return how many imports
    int takeUp() {
        var left = db.query(
                """
                select id, network, account, state from transfer.import_run
                 where state in ('CHECKING', 'RUNNING') and (lease is null or lease < now())
                   and created_at < now() - interval '5 seconds'
                """,
                (row, n) -> new Job(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4)));
        for (var job : left) {
            var scope = job.account() == null
                    ? Scope.of(new NetworkId(job.network()))
                    : Scope.of(new NetworkId(job.network()), new AccountId(job.account()));
            worker.submit(() -> scope.run(() -> work(new ImportId(job.id()))));
        }
        return left.size();
    }

    private void work(ImportId id) {
        var state = claim(id);
        if (state == null) return;
        var findings = new Findings();
        var holding = watch.scheduleWithFixedDelay(holdLease(id, Scope.current()), 8, 8, TimeUnit.SECONDS);
        var mapping = mapping(id);
        try (var opened = files.open(id, mapping, findings)) {
            var recognised = mapping.on(opened.recognised());
            boolean keep = state.equals("RUNNING");
            var report = checking.on(
                    recognised,
                    findings,
                    choices(id),
                    (done, whole) -> tell(id, done, whole),
                    keep,
                    it -> done(id, it));
            if (!keep) end(id, "CHECKED", report);
            else if (report.counts() == null) end(id, "FAILED", report);
        } catch (Cancelled cancelled) {
            end(id, "CANCELLED", null);
        } catch (IOException | RuntimeException broke) {
            if (stopping) {
                // No fault of the file: whoever comes next begins anew.
                release(id);
                return;
            }
            LOG.error("An import broke and was taken back", broke);
            end(
                    id,
                    "FAILED",
                    new ImportReport(
                            List.of(new ImportReport.Line("ERROR", "", null, 0, null, "transfer.broke", List.of())),
                            1,
                            0,
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            0,
                            0));
        } finally {
            holding.cancel(false);
        }
    }

    private void release(ImportId id) {
        try {
            db.update("update transfer.import_run set lease = null where id = ? and runner = ?", id.value(), runner);
        } catch (org.springframework.dao.DataAccessException databaseAway) {
            LOG.debug("The lease of an import runs out by itself: {}", databaseAway.getMessage());
        }
    }

    /// One beat that fails shall not be the last one: the lease outlives three of them.
    private Runnable holdLease(ImportId id, Scope scope) {
        return () -> {
            try {
                scope.run(() -> db.update(
                        "update transfer.import_run set lease = now() + " + LEASE + " where id = ? and runner = ?",
                        id.value(),
                        runner));
            } catch (RuntimeException away) {
                LOG.warn("event=import.lease-not-held fault=\"{}\"", Trouble.told(away));
            }
        };
    }

    private @org.jspecify.annotations.Nullable String claim(ImportId id) {
        return db
                .queryForList(
                        "update transfer.import_run set lease = now() + " + LEASE
                                + ", runner = ?, done = 0, whole = 0 where id = ? and state in ('CHECKING', 'RUNNING')"
                                + " and (lease is null or lease < now()) returning state",
                        String.class,
                        runner,
                        id.value())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /// Written outside the import's own transaction, so that others see it; hears there whether to stop.
    private void tell(ImportId id, long done, long whole) {
        var scope = Scope.current();
        var cancel = java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> scope.call(() -> db.queryForList(
                                "update transfer.import_run set done = ?, whole = ? where id = ? and runner = ? returning cancel",
                                Boolean.class,
                                done,
                                whole,
                                id.value(),
                                runner)),
                        watch)
                .join();
        if (cancel.isEmpty() || cancel.getFirst()) throw new Cancelled();
    }

    /// Together with the rows, so that no import is done and not known to be done: whoever took it up would do it
    /// again.
    private void done(ImportId id, ImportReport report) {
        int rows = db.update(
                "update transfer.import_run set state = 'DONE', report = ?::jsonb,"
                        + " change = nullif(current_setting('wirknetz.change', true), '')::uuid," + ENDED
                        + " where id = ? and runner = ?",
                Json.MAPPER.writeValueAsString(report),
                id.value(),
                runner);
        // Somebody else works on it, or it was removed: what was written here is taken back.
        if (rows == 0) throw new Cancelled();
    }

    private void end(ImportId id, String state, @org.jspecify.annotations.Nullable ImportReport report) {
        db.update(
                "update transfer.import_run set state = ?, report = ?::jsonb, change = null," + ENDED
                        + " where id = ? and runner = ?",
                state,
                report == null ? null : Json.MAPPER.writeValueAsString(report),
                id.value(),
                runner);
    }

    ImportMapping mapping(ImportId id) {
        var json =
                db
                        .queryForList("select mapping from transfer.import_run where id = ?", String.class, id.value())
                        .stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return new ImportMapping(Json.MAPPER.readValue(json, new TypeReference<List<ImportMapping.Sheet>>() {}));
    }

    private ImportChoices choices(ImportId id) {
        var json = java.util.Objects.requireNonNull(db.queryForObject(
                "select choices || jsonb_build_object('twins', decisions) from transfer.import_run where id = ?",
                String.class,
                id.value()));
        return Json.MAPPER.readValue(json, ImportChoices.class);
    }
}
