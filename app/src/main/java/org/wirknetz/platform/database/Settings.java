package org.wirknetz.platform.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the embedded PostgreSQL is run.
///
/// @param durable     whether an acknowledged commit is on the disk; false only where all data may be lost, in tests
/// @param buffers     `shared_buffers` in megabytes
/// @param connections `max_connections`
/// @param programs    a folder with `initdb`, `pg_ctl` and `postgres` to use instead of those that are shipped
/// @param unpacked    where the shipped programs are unpacked; without it, in the data folder
public record Settings(
        boolean durable,
        int buffers,
        int connections,
        @Nullable Path programs,
        @Nullable Path unpacked) {

    public static Settings forWork() {
        return new Settings(true, 24, 40, null, null);
    }

    public static Settings forTests() {
        return new Settings(false, 32, 100, null, null);
    }

    public Settings withPrograms(Path folder) {
        return new Settings(durable, buffers, connections, folder, unpacked);
    }

    public Settings withUnpacked(Path folder) {
        return new Settings(durable, buffers, connections, programs, folder);
    }
}
