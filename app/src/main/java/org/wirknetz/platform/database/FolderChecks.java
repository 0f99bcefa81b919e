package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// What can be said of a data folder without asking the database.
final class FolderChecks {

    private static final long FEW = 1L << 30;
    private static final long TOO_FEW = 200L << 20;

    private FolderChecks() {}

    static Finding space(Path home) throws IOException {
        return space(home, Files.getFileStore(home).getUsableSpace());
    }

    static Finding space(Path home, long free) {
        var megabytes = free >> 20;
        if (free < TOO_FEW) {
            return Finding.fail("space", home, megabytes);
        }
        return free < FEW ? Finding.warn("space", home, megabytes) : Finding.ok("space", home, megabytes);
    }

    /// Secrets that others may read are a failure; a folder whose names others may read is a warning.
    static Finding permissions(Path home) throws IOException {
        var cluster = new Cluster(home);
        for (var secret :
                Set.of(cluster.ownerPassword().file(), cluster.appPassword().file(), cluster.data())) {
            if (Files.exists(secret) && open(secret)) {
                return Finding.fail("permissions", secret, mode(secret));
            }
        }
        return open(home) ? Finding.warn("permissions", home, mode(home)) : Finding.ok("permissions", home, mode(home));
    }

    private static boolean open(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .map(PosixFilePermission::name)
                .anyMatch(it -> it.startsWith("GROUP") || it.startsWith("OTHERS"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /// A server without an owner is an orphan: the next start stops it.
    static Finding owner(Path home) throws IOException {
        Optional<HomeLock> free = HomeLock.attempt(home);
        if (free.isEmpty()) {
            return Finding.ok("owner", home, HomeLock.owner(home));
        }
        try (var _ = free.get()) {
            return new Cluster(home).servedPort().isPresent()
                    ? Finding.fail("owner", home)
                    : Finding.warn("owner", home);
        }
    }
}
