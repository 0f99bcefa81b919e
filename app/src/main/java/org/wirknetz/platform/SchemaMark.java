package org.wirknetz.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// By which migrations a database was brought up to date: a digest of their names and bytes, left as the comment on the
/// schema of the platform. A start that finds its own mark need not ask the history of each module (0.8 s of four).
///
/// A restored database carries it only if its tables came with it; whatever changes a migration changes the mark.
record SchemaMark(String digest) {

    static SchemaMark ofProgram() {
        try {
            var files = new TreeMap<String, byte[]>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql")) {
                var place = file.getURL().toString();
                files.put(place.substring(place.lastIndexOf("db/migration/")), file.getContentAsByteArray());
            }
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((place, bytes) -> {
                digest.update(place.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(bytes);
                digest.update((byte) 0);
            });
            return new SchemaMark("migrations " + HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isOn(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(
                        "select obj_description(to_regnamespace('platform')::oid, 'pg_namespace')")) {
            return found.next() && digest.equals(found.getString(1));
        }
    }

    /// While tables are between two marks they carry none: a start that breaks off must not leave an old program sure.
    void takeOff(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if obj_description(to_regnamespace('platform')::oid, 'pg_namespace') like 'migrations %' then
                            comment on schema platform is null;
                        end if;
                    end $$
                    """);
        }
    }

    void leaveOn(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("comment on schema platform is '" + digest + "'");
        }
    }
}
