package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Looks at a database and its folder without changing anything, and says of each thing what to do.
///
/// @param clock this machine's real time, not the fixed one of a demo
public record DatabaseDoctor(Clock clock) {

    /// The embedded database of this folder. If no program serves it, only the folder is looked at.
    public List<Finding> embedded(Path home) throws IOException, SQLException {
        if (!Files.isDirectory(home)) {
            return List.of(Finding.fail("home", home));
        }
        var cluster = new Cluster(home.toRealPath());
        var findings = new ArrayList<>(List.of(
                FolderChecks.space(cluster.home()),
                FolderChecks.permissions(cluster.home()),
                FolderChecks.owner(cluster.home())));
        var port = cluster.servedPort();
        if (port.isPresent()) {
            try (var connection = Connections.open(
                    Connections.url(port.get(), Roles.DATABASE),
                    Cluster.APP,
                    cluster.appPassword().read())) {
                findings.addAll(ServerChecks.all(connection, clock));
            } catch (SQLException failed) {
                findings.add(Finding.fail("answer", String.valueOf(failed.getMessage())));
            }
        }
        return findings;
    }

    /// A PostgreSQL elsewhere, as the role that the program puts on.
    public List<Finding> external(String url, String user, String password, String role) {
        try (var connection = Connections.open(url, user, password)) {
            Sql.execute(connection, "set role " + Sql.quoted(role));
            return ServerChecks.all(connection, clock);
        } catch (SQLException failed) {
            return List.of(Finding.fail("answer", String.valueOf(failed.getMessage())));
        }
    }
}
