package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One owner for a data folder: a lock of the operating system, which vanishes with the process that holds it.
final class HomeLock implements AutoCloseable {

    // Closing any channel on a file drops all locks of the process on it. So a folder that this process already
    // owns must be refused before its lock file is opened a second time, or the refusal itself would give the
    // lock away.
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static HomeLock take(Path home) throws IOException {
        return attempt(home).orElseThrow(() -> new DatabaseRefused("database.in-use", home, owner(home)));
    }

    /// Empty when another owner holds the folder.
    static Optional<HomeLock> attempt(Path home) throws IOException {
        var file = home.toRealPath().resolve("lock");
        if (!OWNED.add(file)) {
            return Optional.empty();
        }
        var held = false;
        try {
            var channel = FileChannel.open(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
            try {
                held = channel.tryLock() != null;
                if (held) {
                    channel.truncate(0);
                    channel.write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                }
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            return held ? Optional.of(new HomeLock(file, channel)) : Optional.empty();
        } finally {
            if (!held) {
                OWNED.remove(file);
            }
        }
    }

    /// The process number that the owner left in the lock file.
    static String owner(Path home) {
        try {
            var file = home.toRealPath().resolve("lock");
            return OWNED.contains(file)
                    ? Long.toString(ProcessHandle.current().pid())
                    : Files.readString(file).strip();
        } catch (IOException _) {
            return "?";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OWNED.remove(file);
    }
}
