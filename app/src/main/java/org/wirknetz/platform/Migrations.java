package org.wirknetz.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.wirknetz.platform.database.DatabaseRefused;
import org.wirknetz.platform.database.OutsideDatabase;

/// Brings the schema up to date, one module after the other in the order of their dependencies.
///
/// Each module has its own schema, its own folder `db/migration/<module>` and its own history table.
public final class Migrations {

    /// Foundation first; a module may refer to those before it.
    public static final List<String> MODULES = List.of(
            "platform",
            "access",
            "privacy",
            "directory",
            "agreements",
            "exchange",
            "products",
            "groups",
            "tasks",
            "meetings",
            "newsletter",
            "journal",
            "rounds",
            "equality",
            "surveys",
            "networkcheck",
            "reports",
            "transfer",
            "api");

    private Migrations() {}

    public static void run(DatabaseAddress address) {
        var mark = SchemaMark.ofProgram();
        if (prepare(address, mark)) return;
        migrate(address, Map.of());
        try (var connection = open(address)) {
            mark.leaveOn(connection);
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    /// Brings an empty database exactly as far as a backup was, so that its rows fit: these modules to these
    /// versions.
    public static void restore(String url, String user, String password, Map<String, String> versions) {
        var address = DatabaseAddress.outside(url, user, password);
        prepare(address, SchemaMark.ofProgram());
        migrate(address, versions);
    }

    private static void migrate(DatabaseAddress address, Map<String, String> versions) {
        for (var module : MODULES) {
            if (Migrations.class.getResource("/db/migration/" + module) == null) continue;
            if (!versions.isEmpty() && !versions.containsKey(module)) continue;
            Flyway.configure()
                    .target(versions.getOrDefault(module, "latest"))
                    .dataSource(address.url(), address.ownerUser(), address.ownerPassword())
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/migration/" + module)
                    .table("migration")
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        }
    }

    /// Whether the tables already are as this program wants them.
    private static boolean prepare(DatabaseAddress address, SchemaMark mark) {
        try (var connection = open(address);
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_trgm with schema public");
            statement.execute("create extension if not exists btree_gist with schema public");
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'wirknetz_app') then
                            create role wirknetz_app nologin;
                        end if;
                        if not pg_has_role(current_user, 'wirknetz_app', 'member') then
                            execute format('grant wirknetz_app to %I', current_user);
                        end if;
                    end $$
                    """);
            if (mark.isOn(connection)) return true;
            mark.takeOff(connection);
            return false;
        } catch (SQLException failed) {
            throw refused(failed);
        }
    }

    private static Connection open(DatabaseAddress address) throws SQLException {
        return OutsideDatabase.open(address.url(), address.ownerUser(), address.ownerPassword());
    }

    private static DatabaseRefused refused(SQLException failed) {
        return new DatabaseRefused("database.outside.rights", String.valueOf(failed.getMessage()));
    }
}
