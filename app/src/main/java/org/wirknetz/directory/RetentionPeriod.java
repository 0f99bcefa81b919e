package org.wirknetz.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// How long former people stay findable (German: *Aufbewahrungsfrist*), as the office of a network decided, else
/// as `directory/retention.properties` proposes.
@Component
@Transactional
public class RetentionPeriod {

    /// What the data file says, with its source.
    public record Bounds(int proposed, int shortest, int longest, int notice) {}

    /// @param months after the last post ended
    /// @param automatic forgets by itself when it has ended
    /// @param decided the office said so; otherwise it is the proposal
    public record Chosen(int months, boolean automatic, boolean decided) {}

    private final JdbcClient db;
    private final Bounds bounds = read();

    RetentionPeriod(JdbcClient db) {
        this.db = db;
    }

    public Bounds bounds() {
        return bounds;
    }

    @Transactional(readOnly = true)
    public Chosen chosen() {
        return db.sql("""
                        select retention_months as months, retention_automatic as automatic from directory.setting
                         where network = platform.network()
                        """)
                .query((row, number) -> chosen(row.getObject("months", Integer.class), row.getBoolean("automatic")))
                .optional()
                .orElseGet(() -> chosen(null, false));
    }

    private Chosen chosen(@Nullable Integer months, boolean automatic) {
        return new Chosen(months == null ? bounds.proposed() : months, automatic, months != null);
    }

    /// @throws Refused `directory.retention.bounds`
    public void choose(int months, boolean automatic) {
        if (months < bounds.shortest() || months > bounds.longest()) {
            throw new Refused("directory.retention.bounds", bounds.shortest(), bounds.longest());
        }
        db.sql("""
                        insert into directory.setting (network, retention_months, retention_automatic)
                        values (platform.network(), :months, :automatic)
                        on conflict (network) do update set retention_months = excluded.retention_months,
                                                            retention_automatic = excluded.retention_automatic
                        """).param("months", months).param("automatic", automatic).update();
    }

    private static Bounds read() {
        var read = new Properties();
        try (var file =
                Objects.requireNonNull(RetentionPeriod.class.getResourceAsStream("/directory/retention.properties"))) {
            read.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Bounds(
                number(read, "months"), number(read, "shortest"), number(read, "longest"), number(read, "notice"));
    }

    private static int number(Properties read, String name) {
        return Integer.parseInt(Objects.requireNonNull(read.getProperty(name)).strip());
    }
}
