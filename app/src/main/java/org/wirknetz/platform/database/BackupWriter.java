package org.wirknetz.platform.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes a backup file as a stream: beside its place, for its owner alone, and moved there when it is whole.
final class BackupWriter implements AutoCloseable {

    private final Path file;
    private final Path part;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private boolean whole;

    private BackupWriter(Path file, Path part, ZipOutputStream zip) {
        this.file = file;
        this.part = part;
        this.zip = zip;
    }

    static BackupWriter to(Path file, Sealing sealing) throws IOException {
        var place = file.toAbsolutePath().normalize();
        if (Files.isDirectory(place) || !Files.isDirectory(place.resolveSibling(""))) {
            throw new DatabaseRefused("database.backup-place", file);
        }
        var part = place.resolveSibling(place.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
        var zip = new ZipOutputStream(sealing.over(new BufferedOutputStream(Files.newOutputStream(part), 1 << 17)));
        zip.setLevel(Deflater.BEST_SPEED);
        return new BackupWriter(place, part, zip);
    }

    /// Fills an entry.
    interface Content {
        void writeTo(OutputStream stream) throws IOException, java.sql.SQLException;
    }

    void folder(String name) throws IOException, java.sql.SQLException {
        entry(name + "/", _ -> {});
    }

    void entry(String name, Content content) throws IOException, java.sql.SQLException {
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip);
        content.writeTo(counted);
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, counted.bytes, HexFormat.of().formatHex(counted.digest())));
    }

    /// Copies a file as it is now, be it longer or shorter than a moment ago.
    void file(String name, Path source) throws IOException, java.sql.SQLException {
        try (var content = Files.newInputStream(source)) {
            entry(name, content::transferTo);
        }
    }

    List<Manifest.Entry> entries() {
        return List.copyOf(entries);
    }

    void finish(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.close();
        PrivateFiles.flush(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.flushFolder(file);
        whole = true;
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            try (var _ = zip) {
                Files.deleteIfExists(part);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Counted extends DigestOutputStream {
        private long bytes;

        private Counted(OutputStream stream) {
            super(stream, sha256());
        }

        @Override
        public void write(int one) throws IOException {
            super.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            super.write(some, from, length);
            bytes += length;
        }

        // The entry ends here, the file does not.
        @Override
        public void close() {}

        byte[] digest() {
            return getMessageDigest().digest();
        }
    }
}
