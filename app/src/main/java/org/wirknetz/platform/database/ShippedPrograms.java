package org.wirknetz.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL inside our own jar: one compressed archive for each kind of machine.
record ShippedPrograms(URL archive) {

    static ShippedPrograms forThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
        var processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        var name = "postgres-" + system + "-" + processor + ".txz";
        var archive = ShippedPrograms.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new DatabaseRefused("database.not-shipped", system, processor);
        }
        return new ShippedPrograms(archive);
    }

    /// The folder with the unpacked programs; unpacks only what is not there yet. A crash leaves nothing
    /// half-made, and two processes may do it at once.
    Path unpackInto(Path parent) throws IOException {
        var ready = parent.toAbsolutePath().resolve("programs-" + fingerprint());
        if (Files.isDirectory(ready)) {
            return ready;
        }
        PrivateFiles.folder(parent);
        var fresh = Files.createTempDirectory(parent, "programs-new-");
        try (var stream = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, fresh);
            }
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lost) {
            if (!Files.isDirectory(ready)) {
                throw lost;
            }
        } finally {
            PrivateFiles.delete(fresh);
        }
        return ready;
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = inside(root, root.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            PrivateFiles.folder(target);
            return;
        }
        PrivateFiles.folder(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            inside(root, target.resolveSibling(entry.getLinkName()), entry);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile() && !entry.isLink()) {
            Files.copy(content, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, executable ? PrivateFiles.FOLDER : PrivateFiles.FILE);
        } else {
            throw new IOException("neither file, folder nor link: " + entry.getName());
        }
    }

    private static Path inside(Path root, Path target, TarArchiveEntry entry) throws IOException {
        var normal = target.normalize();
        if (!normal.startsWith(root)) {
            throw new IOException("leads out of the archive: " + entry.getName());
        }
        return normal;
    }

    /// The checksum that the jar already holds; reading 15 MB at every start would cost more than the start
    /// itself.
    private String fingerprint() throws IOException {
        if (archive.openConnection() instanceof JarURLConnection inJar && inJar.getJarEntry() != null) {
            return HexFormat.of().toHexDigits((int) inJar.getJarEntry().getCrc());
        }
        var sum = new CRC32();
        try (var stream = archive.openStream()) {
            sum.update(stream.readAllBytes());
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
