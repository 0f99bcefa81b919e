package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Puts a restored folder in the place of the old one so that a crash at any step leaves the old or the new,
/// whole.
///
/// What was restored lies in `restore.new`. Until the note `restore.step` is written the old folder is
/// untouched; from then on every start carries the exchange to its end. It works inside the folder, which may
/// be a disk of its own.
record HomeSwap(Path home) {

    private static final String TAKE_AWAY = "take-away";
    private static final String BRING_IN = "bring-in";

    Path fresh() {
        return home.resolve("restore.new");
    }

    private Path old() {
        return home.resolve("restore.old");
    }

    private Path step() {
        return home.resolve("restore.step");
    }

    void exchange() throws IOException {
        PrivateFiles.folder(old());
        PrivateFiles.write(step(), TAKE_AWAY);
        finish();
    }

    /// To be called by every owner of the lock before it looks at anything: ends a begun exchange, clears a
    /// half restore.
    void finish() throws IOException {
        if (Files.exists(step())) {
            if (Files.readString(step()).strip().equals(TAKE_AWAY)) {
                moveAll(ours(home), old());
                PrivateFiles.write(step(), BRING_IN);
            }
            moveAll(ours(fresh()), home);
            PrivateFiles.flushFolder(step());
            Files.delete(step());
        }
        PrivateFiles.delete(fresh());
        PrivateFiles.delete(old());
    }

    private static void moveAll(List<Path> files, Path target) throws IOException {
        for (var file : files) {
            Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        PrivateFiles.flushFolder(target.resolve("any"));
    }

    private static List<Path> ours(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.getFileName().toString().equals("data") || HomeFiles.belongs(it))
                    .toList();
        }
    }
}
