package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// What lies in the data folder beside the cluster and belongs into a backup: uploads, passwords, settings,
/// keys.
record HomeFiles(Path home) {

    static final String BACKUPS = "backups";

    /// False for what is made anew by itself, is not ours to save, would make each backup contain the one
    /// before, or is another installation that was put inside this one.
    static boolean belongs(Path file) {
        var name = file.getFileName().toString();
        return !name.equals("lock")
                && !name.equals("data")
                && !name.equals("log")
                && !name.equals("work")
                && !name.equals(BACKUPS)
                && !name.startsWith("programs-")
                && !name.startsWith("restore.")
                && !name.endsWith(".new")
                && !new Cluster(file).exists();
    }

    List<Path> top() throws IOException {
        try (var all = Files.list(home)) {
            return all.filter(HomeFiles::belongs).sorted().toList();
        }
    }

    /// Copies them; a folder that is a link to another disk is followed.
    void copyTo(BackupWriter backup) throws IOException, SQLException {
        for (var top : top()) {
            try (var files = Files.walk(top, FileVisitOption.FOLLOW_LINKS)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    copy(file, backup);
                }
            }
        }
    }

    private void copy(Path file, BackupWriter backup) throws IOException, SQLException {
        var name = home.relativize(file).toString();
        if (Files.isDirectory(file)) {
            backup.folder(name);
            return;
        }
        try {
            backup.file(name, file);
        } catch (NoSuchFileException _) {
            // Deleted since we listed it: then it belongs to no row that was saved either.
        }
    }

    /// A backup in the folder that it saves would contain itself.
    void refuseInside(Path file) throws IOException {
        var folder = file.toAbsolutePath().normalize().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new DatabaseRefused("database.backup-place", file);
        }
        var place = folder.toRealPath();
        if (Files.isDirectory(home)
                && place.startsWith(home.toRealPath())
                && !place.startsWith(home.toRealPath().resolve(BACKUPS))) {
            throw new DatabaseRefused("database.backup-inside", file, home.resolve(BACKUPS));
        }
    }
}
