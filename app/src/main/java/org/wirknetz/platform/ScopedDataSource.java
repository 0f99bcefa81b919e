package org.wirknetz.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells every connection, at the moment it is taken, for whom it works and which day it is.
///
/// The settings are written on each check-out and never assumed from the last one, so a pooled connection
/// cannot carry
/// yesterday's network into today's request.
class ScopedDataSource extends DelegatingDataSource {

    private final Clock clock;

    ScopedDataSource(DataSource pool, Clock clock) {
        super(pool);
        this.clock = clock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            tell(connection);
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private void tell(Connection connection) throws SQLException {
        var scope = Scope.current();
        try (var statement = connection.prepareStatement(
                "select set_config('wirknetz.network', ?, false), set_config('wirknetz.account', ?, false),"
                        + " set_config('wirknetz.public', ?, false), set_config('wirknetz.today', ?, false),"
                        + " set_config('TimeZone', ?, false)")) {
            statement.setString(
                    1, scope.network().map(Id::value).map(UUID::toString).orElse(""));
            statement.setString(
                    2, scope.account().map(Id::value).map(UUID::toString).orElse(""));
            statement.setString(3, scope.isPublic() ? "yes" : "");
            statement.setString(4, LocalDate.now(clock).toString());
            statement.setString(5, ClockSource.ZONE.getId());
            statement.execute();
        }
    }
}
