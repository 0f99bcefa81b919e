package org.wirknetz.transfer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.reports.RestoredReports;

/// A whole network in one ZIP, row by row as the rooms keep it, that another installation reads to the same
/// state.
///
/// `manifest.json` names the format; `rows/<schema>.<table>.ndjson` holds one JSON object a line, without the
/// network's
/// own identity. Accounts, seats, tokens and the trail stay behind: they belong to the installation, not to the
/// network.
@Component
public class Archive {

    static final String FORMAT = "wirknetz-network/1";
    private static final long MOST_BYTES = 2L << 30;
    private static final int MOST_LINE = 4 << 20;

    /// Not moved: they can be made anew, or belong to the installation.
    private static final Set<String> LEFT_BEHIND = Set.of(
            "api.answer",
            "directory.saved_view",
            "networkcheck.layout",
            "networkcheck.map_view", // addresses with identities of this installation
            "networkcheck.frozen_map", // approved by the office here, and frozen again there
            "networkcheck.neutrality_summary", // published by the office here, and drawn up again there
            "transfer.import_run",
            "transfer.import_file",
            "agreements.reminder",
            "agreements.preference",
            "newsletter.dispatch", // secrets of mails that this installation sent
            "rounds.guest_door",
            // Whom this installation asks, by its own key.
            "surveys.wave",
            "surveys.invited",
            "surveys.merged",
            "equality.reminder",
            "equality.preference",
            "tasks.reminder",
            "tasks.preference",
            // Counted and told by their ballot; nobody writes a slip but the vote itself.
            "meetings.slip",
            "meetings.feed",
            "meetings.answer_link",
            "meetings.stray_reply");

    /// Moved though nobody may change them: what was published on equality, and what it was asked by. The
    /// counts it was made from are promised to stay.
    private static final Map<String, String> PUBLISHED =
            Map.of("equality.release", "id", "equality.cell", "release, position, place");

    /// Of these only what belongs to a publication: a collection is nothing without its counts.
    private static final Map<String, String> OF_PUBLISHED =
            Map.of("equality.collection", "id", "equality.line", "collection");

    /// Who did it, by an account. Another installation has other accounts, and a file could name any of them
    /// as the one who signed.
    private static final Set<String> ACCOUNTS = Set.of(
            "account",
            "answered_by",
            "created_by",
            "done_by",
            "drafted_by",
            "from_confirmed_by",
            "noted_by",
            "to_confirmed_by",
            "planned_by",
            "uploaded_by",
            "written_by");

    private final JdbcTemplate db;
    private final RestoredReports reports;

    Archive(JdbcTemplate db, RestoredReports reports) {
        this.db = db;
        this.reports = reports;
    }

    /// All from one moment, however long the writing takes.
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public void write(OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(Json.MAPPER.writeValueAsBytes(manifest()));
            zip.closeEntry();
            var wide = wide();
            for (var table : tables()) {
                zip.putNextEntry(new ZipEntry("rows/" + table + ".ndjson"));
                var lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                db.query(
                        connection -> {
                            var statement = connection.prepareStatement(
                                    "select (to_jsonb(t) - 'network' - 'restored')::text from " + table + " t"
                                            + published(table) + " order by " + PUBLISHED.getOrDefault(table, "id"),
                                    ResultSet.TYPE_FORWARD_ONLY,
                                    ResultSet.CONCUR_READ_ONLY);
                            statement.setFetchSize(wide.contains(table) ? 4 : 100);
                            return statement;
                        },
                        (ResultSet row) -> {
                            try {
                                lines.write(row.getString(1));
                                lines.write('\n');
                            } catch (IOException failed) {
                                throw new java.io.UncheckedIOException(failed);
                            }
                        });
                lines.flush();
                zip.closeEntry();
            }
        }
    }

    /// Tables that keep files: a part of one is two megabytes as text, and few of them may wait in memory.
    private Set<String> wide() {
        return Set.copyOf(db.queryForList("""
                select distinct n.nspname || '.' || c.relname
                  from pg_attribute a
                  join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                  join pg_namespace n on n.oid = c.relnamespace
                 where a.atttypid = 'bytea'::regtype and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema')
                """, String.class));
    }

    private static String published(String table) {
        var by = OF_PUBLISHED.get(table);
        return by == null ? "" : " where exists (select from equality.release r where r.collection = t." + by + ")";
    }

    private Map<String, Object> manifest() {
        var network = db.queryForMap(
                "select slug, name, template from access.network where id = ?",
                Scope.current().requireNetwork().value());
        return Map.of("format", FORMAT, "network", network);
    }

    /// Reads an archive into the network of the scope, which must not hold organisations or people yet.
    ///
    /// @return how many rows were stored
    /// @throws Refused when the network is in use, or the file is no archive; nothing is stored then
    @Transactional
    public long read(InputStream in) throws IOException {
        requireEmpty();
        var tables = tables();
        for (var table : tables.reversed()) if (!PUBLISHED.containsKey(table)) db.update("delete from " + table);
        db.execute("create temporary table archived (place text, line bigserial, content jsonb) on commit drop");
        boolean manifest = false;
        long bytes = 0;
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    manifest = isOurs(zip.readNBytes(1 << 16));
                } else if (entry.getName().startsWith("rows/")
                        && entry.getName().endsWith(".ndjson")) {
                    var table = entry.getName()
                            .substring("rows/".length(), entry.getName().length() - ".ndjson".length());
                    if (manifest && LEFT_BEHIND.contains(table)) continue;
                    if (!manifest || !tables.contains(table))
                        throw new Refused("transfer.archive.unknown", entry.getName());
                    bytes = stage(table, zip, bytes);
                }
            }
        } catch (java.util.zip.ZipException | EOFException | IllegalArgumentException broken) {
            throw new Refused("transfer.archive.broken");
        }
        if (!manifest) throw new Refused("transfer.archive.not-ours");
        long rows = 0;
        for (var table : tables) rows += store(table);
        requireFingerprints();
        reports.require();
        return rows;
    }

    /// The same, and taken back: what is wrong with the file is found, and nothing is stored.
    ///
    /// @throws Refused as [#read]
    @Transactional
    public long tried(InputStream in) throws IOException {
        TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
        return read(in);
    }

    /// A text, a file and a signature are what their fingerprints say, or the file was changed on its way.
    private void requireFingerprints() {
        if (Boolean.TRUE.equals(db.queryForObject("""
                select exists (select from agreements.wording w
                                where w.sha256 <> encode(sha256(convert_to(w.sealed, 'UTF8')), 'hex'))
                    or exists (select from agreements.signature s
                                 join agreements.wording w on w.network = s.network and w.id = s.wording
                                 join agreements.party p on p.network = s.network and p.id = s.party
                                where w.sha256 <> s.sha256 or w.agreement <> s.agreement or p.agreement <> s.agreement)
                    or exists (select from agreements.document d
                                where d.sha256 is distinct from
                                      (select encode(sha256(string_agg(part.content, ''::bytea order by part.position)), 'hex')
                                         from agreements.document_part part
                                        where part.network = d.network and part.document = d.id))
                    or exists (select from meetings.document d
                                where d.sha256 is distinct from
                                      (select encode(sha256(string_agg(part.content, ''::bytea order by part.position)), 'hex')
                                         from meetings.document_part part
                                        where part.network = d.network and part.document = d.id))
                """, Boolean.class))) {
            throw new Refused("transfer.archive.fingerprint");
        }
    }

    private void requireEmpty() {
        if (Boolean.TRUE.equals(db.queryForObject(
                "select exists (select from directory.organisation) or exists (select from directory.person) or exists (select from equality.release)",
                Boolean.class))) {
            throw new Refused("transfer.archive.not-empty");
        }
    }

    private static boolean isOurs(byte[] manifest) {
        try {
            return FORMAT.equals(Json.MAPPER.readTree(manifest).path("format").asString(""));
        } catch (tools.jackson.core.JacksonException notJson) {
            return false;
        }
    }

    private long stage(String table, InputStream in, long before) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var rows = new Rows(
                db,
                "insert into archived (place, content) select * from unnest(?::text[], ?::jsonb[])",
                "text",
                "jsonb");
        long bytes = before;
        try {
            for (var line = line(lines); line != null; line = line(lines)) {
                bytes += line.length() + 1;
                if (bytes > MOST_BYTES) throw new Refused("transfer.archive.too-big");
                if (!line.isBlank()) rows.add(table, line);
            }
            rows.flush();
        } catch (org.springframework.dao.DataAccessException notJson) {
            throw new Refused("transfer.archive.row", table);
        }
        return bytes;
    }

    /// Unlike `readLine` it stops at the longest line there can be: a megabyte of ZIP unpacks to a gigabyte
    /// without an
    /// end of line, more than there is memory for.
    private static @Nullable String line(BufferedReader lines) throws IOException {
        var line = new StringBuilder();
        for (int next = lines.read(); next >= 0; next = lines.read()) {
            if (next == '\n') return line.toString();
            if (line.length() == MOST_LINE) throw new Refused("transfer.archive.too-big");
            line.append((char) next);
        }
        return line.isEmpty() ? null : line.toString();
    }

    private int store(String table) {
        try {
            var given = Set.copyOf(db.queryForList(
                    "select distinct quote_ident(k) from archived, jsonb_object_keys(content) k where place = ?",
                    String.class,
                    table));
            if (given.isEmpty()) return 0;
            // What an older archive does not know yet takes its default.
            var kept = columns(table).stream()
                    .filter(it -> given.contains(it) || isRestored(table, it) || isReleased(table, it))
                    .toList();
            return db.update(
                    "insert into " + table + " (network, " + String.join(", ", kept) + ") select ?, "
                            + prefixed(table, kept) + " from archived a," + " lateral jsonb_populate_record(null::"
                            + table + ", a.content) r where a.place = ? order by a.line",
                    Scope.current().requireNetwork().value(),
                    table);
        } catch (org.springframework.dao.DataAccessException refused) {
            throw new Refused("transfer.archive.row", table);
        }
    }

    private String prefixed(String table, List<String> columns) {
        return String.join(
                ", ",
                columns.stream()
                        .map(it -> isAccount(table, it)
                                ? "null::uuid"
                                : isRestored(table, it) ? "true" : isReleased(table, it) ? "null::date" : "r." + it)
                        .toList());
    }

    /// A name that stands in the place of an account is nobody's key, and stays.
    private boolean isAccount(String table, String column) {
        return ACCOUNTS.contains(column)
                && Boolean.TRUE.equals(db.queryForObject(
                        "select atttypid = 'uuid'::regtype from pg_attribute where attrelid = ?::regclass and attname = ?",
                        Boolean.class,
                        table,
                        column));
    }

    /// Without the counts it was made from, whatever the file says.
    private static boolean isRestored(String table, String column) {
        return table.equals("equality.release") && column.equals("restored");
    }

    /// A file could have been changed on its way: the office reads a report here before those outside do.
    private static boolean isReleased(String table, String column) {
        return table.equals("reports.report") && column.equals("released_on");
    }

    private List<String> columns(String table) {
        return db.queryForList("""
                select quote_ident(attname) from pg_attribute
                 where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'network'
                 order by attnum
                """, String.class, table);
    }

    private record Reference(String from, String to) {}

    /// The kept tables of all rooms, those referred to first. Cycles within one table do not matter: it is one
    /// statement.
    private List<String> tables() {
        var all = new LinkedHashSet<>(db.queryForList("""
                select distinct n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                  join pg_policy p on p.polrelid = c.oid and p.polname = 'own_network'
                 where c.relkind = 'r' and n.nspname not in ('platform', 'access')
                   and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped)
                 order by 1
                """, String.class));
        all.removeAll(LEFT_BEHIND);
        all.addAll(PUBLISHED.keySet());
        var references = db.query("""
                select conrelid::regclass::text as "from", confrelid::regclass::text as "to"
                  from pg_constraint where contype = 'f' and conrelid <> confrelid
                """, (row, n) -> new Reference(row.getString(1), row.getString(2)));
        var ordered = new ArrayList<String>();
        while (ordered.size() < all.size()) {
            var next = all.stream()
                    .filter(table -> !ordered.contains(table))
                    .filter(table -> references.stream()
                            .noneMatch(it ->
                                    it.from().equals(table) && all.contains(it.to()) && !ordered.contains(it.to())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables refer to one another in a circle."));
            ordered.add(next);
        }
        return ordered;
    }
}
