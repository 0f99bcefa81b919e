package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// The embedded database of a folder that another program serves just now: a second process joins it instead of
/// starting it.
public record RunningDatabase(String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {

    /// Empty when nobody serves the folder's database.
    public static Optional<RunningDatabase> of(Path home) {
        var cluster = new Cluster(home.toAbsolutePath().normalize());
        if (!cluster.exists()) return Optional.empty();
        try {
            var port = cluster.servedPort();
            if (port.isEmpty()) return Optional.empty();
            var running = new RunningDatabase(
                    Connections.url(port.get(), Roles.DATABASE),
                    Cluster.OWNER,
                    cluster.ownerPassword().read(),
                    Cluster.APP,
                    cluster.appPassword().read());
            try (var _ = Connections.open(running.url(), running.appUser(), running.appPassword())) {
                return Optional.of(running);
            }
        } catch (IOException | SQLException notServed) {
            return Optional.empty();
        }
    }
}
