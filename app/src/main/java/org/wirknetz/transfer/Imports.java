package org.wirknetz.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.tables.Findings;

/// Imports (German: *Importe*): upload, correct, check, run, cancel. Checking and running are jobs that go on
/// while the
/// person looks elsewhere.
@Component
public class Imports {

    /// Larger files are split or brought by the console.
    public static final long MOST_BYTES = 32L << 20;

    private final JdbcTemplate db;
    private final ImportFiles files;
    private final ImportJobs jobs;

    Imports(JdbcTemplate db, ImportFiles files, ImportJobs jobs) {
        this.db = db;
        this.files = files;
        this.jobs = jobs;
    }

    /// How long the files of an import that is over are kept.
    public static final int DAYS_OF_FILES = 30;

    /// A file as it came: its name without folders, and its bytes once.
    public record Upload(String name, long size, InputStream bytes) {}

    @Transactional
    public ImportId upload(List<Upload> uploads) throws IOException {
        if (uploads.isEmpty()) throw new Refused("transfer.no-file");
        var scope = Scope.current();
        var id = UUID.randomUUID();
        db.update(
                "insert into transfer.import_run (network, id, account, state) values (?, ?, ?, 'UPLOADED')",
                scope.requireNetwork().value(),
                id,
                scope.account().map(it -> it.value()).orElse(null));
        for (var upload : uploads) {
            if (upload.size() > MOST_BYTES) throw new Refused("transfer.file-too-big", upload.name(), MOST_BYTES >> 20);
            db.update("insert into transfer.import_file (network, run, name, bytes) values (?, ?, ?, ?)", statement -> {
                statement.setObject(1, scope.requireNetwork().value());
                statement.setObject(2, id);
                statement.setString(3, cleanName(upload.name()));
                statement.setBinaryStream(4, upload.bytes(), upload.size());
            });
        }
        return new ImportId(id);
    }

    /// Keeps the corrected mapping and checks again.
    public void map(ImportId id, ImportMapping mapping) {
        requireFiles(id);
        require(id, "UPLOADED", "CHECKED", "FAILED", "CANCELLED");
        db.update(
                "update transfer.import_run set mapping = ?::jsonb, state = 'CHECKING', cancel = false, lease = null where id = ?",
                Json.MAPPER.writeValueAsString(mapping.tables()),
                id.value());
        jobs.begin(id);
    }

    /// Keeps the corrected mapping for the page to show, before anything is checked.
    public void show(ImportId id, ImportMapping mapping) {
        requireFiles(id);
        require(id, "UPLOADED", "CHECKED", "FAILED", "CANCELLED");
        db.update(
                "update transfer.import_run set mapping = ?::jsonb, state = 'UPLOADED', report = null where id = ?"
                        + " and state not in ('CHECKING', 'RUNNING')",
                Json.MAPPER.writeValueAsString(mapping.tables()),
                id.value());
    }

    public void run(ImportId id, ImportChoices choices) {
        require(id, "CHECKED");
        db.update(
                "update transfer.import_run set decisions = ?::jsonb, choices = ?::jsonb, state = 'RUNNING', cancel = false,"
                        + " lease = null where id = ? and state = 'CHECKED'",
                Json.of(choices.twins()),
                Json.MAPPER.writeValueAsString(Map.of("groups", choices.groups(), "ones", choices.ones())),
                id.value());
        jobs.begin(id);
    }

    /// The job notices within a moment; what it had written is taken back.
    public void cancel(ImportId id) {
        db.update(
                "update transfer.import_run set cancel = true where id = ? and state in ('CHECKING', 'RUNNING')",
                id.value());
    }

    public void discard(ImportId id) {
        require(id, "UPLOADED", "CHECKED", "FAILED", "CANCELLED", "DONE");
        db.update("delete from transfer.import_run where id = ?", id.value());
    }

    /// What the files hold, for the mapping page.
    public Recognised recognise(ImportId id) {
        var mapping = jobs.mapping(id);
        var findings = new Findings();
        try (var opened = files.open(id, mapping, findings)) {
            return Recognised.of(opened.files().tables(), opened.recognised(), mapping, ImportChecking.lines(findings));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Empties the files of imports that were done, refused or cancelled more than [#DAYS_OF_FILES] days ago.
    ///
    /// @return of how many imports
    @Transactional
    public int forgetFiles() {
        var over = db.queryForList("""
                update transfer.import_run set emptied_at = now()
                 where emptied_at is null
                   and coalesce(ended_at, created_at) < now() - make_interval(days => ?)
                   and (state in ('DONE', 'FAILED', 'CANCELLED') or state = 'CHECKED' and (report ->> 'errors')::bigint > 0)
                returning id
                """, UUID.class, DAYS_OF_FILES);
        over.forEach(it -> db.update("update transfer.import_file set bytes = '' where run = ?", it));
        return over.size();
    }

    /// Whether its files are no longer there to be read.
    public boolean isEmptied(ImportId id) {
        return !db.queryForList(
                        "select id from transfer.import_run where id = ? and emptied_at is not null",
                        UUID.class,
                        id.value())
                .isEmpty();
    }

    private void requireFiles(ImportId id) {
        if (isEmptied(id)) throw new Refused("transfer.emptied", DAYS_OF_FILES);
    }

    private void require(ImportId id, String... states) {
        var state =
                db.queryForList("select state from transfer.import_run where id = ?", String.class, id.value()).stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!List.of(states).contains(state)) throw new Refused("transfer.not-now");
    }

    static String cleanName(String typed) {
        var name = typed.replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        // A file system counts bytes; the ending tells what the file is, so the beginning is cut.
        while (name.getBytes(StandardCharsets.UTF_8).length > 180) name = name.substring(1);
        return name.isEmpty() || name.equals(".") || name.equals("..") ? "datei" : name;
    }
}
