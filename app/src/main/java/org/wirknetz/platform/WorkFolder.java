package org.wirknetz.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Where files lie while they are worked on: `work` under the data folder, for its owner's eyes only. What a killed
/// program has left there is gone with the next start; uploads on their way in lie there too.
@Component
public class WorkFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Path folder;
    private final boolean joining;

    /// @param held the database is ours: a second program on the same folder has been turned away by now
    /// @param joining a verb of the console beside a running server, whose files are not ours to clear away
    WorkFolder(WirknetzSettings settings, DatabaseAddress held, @Value("${wirknetz.db.join:false}") boolean joining) {
        Objects.requireNonNull(held);
        this.folder = settings.data().toAbsolutePath().resolve("work");
        this.joining = joining;
    }

    /// A fresh folder; whoever asks for it removes it.
    public Path fresh(String purpose) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder, owner);
        return Files.createTempDirectory(folder, purpose + "-", owner);
    }

    /// Before the web server makes its own folder in there.
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (joining) return;
        try {
            remove(folder);
            server.setBaseDirectory(fresh("web").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Removes a folder with all that is in it; links are removed, never followed.
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
