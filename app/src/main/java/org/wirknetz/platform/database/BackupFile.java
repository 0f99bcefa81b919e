package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup file, read with suspicion: it may be cut off, damaged, or no backup at all.
public final class BackupFile implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Reads every byte and compares every checksum.
    ///
    /// @throws DatabaseRefused if anything is missing, damaged or too much
    public static Manifest verify(Path file) throws IOException {
        try (var backup = open(file)) {
            backup.verify();
            return backup.manifest();
        }
    }

    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseRefused("database.backup-missing", file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException damaged) {
            throw damaged(file, damaged);
        }
        @Nullable BackupFile opened = null;
        try {
            opened = new BackupFile(file, zip, manifestOf(file, zip));
            return opened;
        } finally {
            if (opened == null) {
                zip.close();
            }
        }
    }

    private static Manifest manifestOf(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new DatabaseRefused("database.backup-foreign", file);
        }
        try (var stream = zip.getInputStream(entry)) {
            var text = stream.readNBytes(LONGEST_MANIFEST);
            var manifest = JsonMapper.builder().build().readValue(text, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new DatabaseRefused("database.backup-foreign", file);
            }
            if (manifest.version() > Manifest.VERSION) {
                throw new DatabaseRefused("database.backup-newer", file, manifest.product());
            }
            return manifest;
        } catch (JacksonException | ZipException damaged) {
            throw damaged(file, damaged);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    void verify() throws IOException {
        var seen = new HashSet<String>();
        for (var entry : manifest.entries()) {
            if (!seen.add(entry.name())) {
                throw new DatabaseRefused("database.backup-damaged", file, entry.name());
            }
            read(entry, OutputStream.nullOutputStream());
        }
        if (zip.size() != seen.size() + 1) {
            throw new DatabaseRefused("database.backup-damaged", file, Manifest.NAME);
        }
    }

    /// Copies an entry, and fails if it is not byte for byte what was saved.
    void read(Manifest.Entry entry, OutputStream target) throws IOException {
        try (var content = stream(entry)) {
            content.transferTo(target);
            content.check();
        } catch (ZipException damaged) {
            throw new DatabaseRefused("database.backup-damaged", file, entry.name() + ": " + damaged.getMessage());
        }
    }

    /// The content of an entry; [Checked#check] tells afterwards whether it was the right one.
    Checked stream(Manifest.Entry entry) throws IOException {
        var found = zip.getEntry(entry.name());
        if (found == null) {
            throw new DatabaseRefused("database.backup-damaged", file, entry.name());
        }
        return new Checked(zip.getInputStream(found), entry);
    }

    private static DatabaseRefused damaged(Path file, Exception why) {
        return new DatabaseRefused("database.backup-damaged", file, String.valueOf(why.getMessage()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Never gives more bytes than were saved, however far an entry would expand.
    final class Checked extends DigestInputStream {
        private final Manifest.Entry entry;
        private long bytes;

        private Checked(InputStream content, Manifest.Entry entry) {
            super(content, BackupWriter.sha256());
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            bytes += more;
            if (bytes > entry.bytes()) {
                throw new DatabaseRefused("database.backup-damaged", file, entry.name());
            }
        }

        void check() {
            if (bytes != entry.bytes()
                    || !HexFormat.of().formatHex(getMessageDigest().digest()).equals(entry.sha256())) {
                throw new DatabaseRefused("database.backup-damaged", file, entry.name());
            }
        }
    }
}
