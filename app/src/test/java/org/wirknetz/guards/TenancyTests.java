package org.wirknetz.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Scope;

/// Every table there is belongs to one network, or stands in the list of those that are wider; and the
/// database itself
/// keeps networks apart. Seen failing with a table that had no policy.
@RoomTest
class TenancyTests {

    /// Wider than a network, each with its reason. None holds what partners entrust to one network.
    private static final Set<String> WIDER = Set.of(
            "access.network", // its slug must be found before anyone is inside
            "access.account", // one person may sit in several networks
            "access.session", // sessions belong to accounts
            "access.session_attributes",
            "access.link", // the door, before anybody is inside
            "access.patience", // counts by hashes and subnets
            "access.totp", // belongs to an account
            "access.recovery_code",
            "access.passkey_holder",
            "access.passkey",
            "access.identity",
            "platform.recurring_trouble", // recurring work of the program; kinds and places of faults only
            "platform.sent_form", // a form may be sent before there is a network; hashes only
            "platform.mail_hold", // the operator holds mails to a host, whichever network they are of
            "platform.mail_left", // hashes of mails that no network could take
            "platform.mail_read", // hashes of mails that came in, before anybody knows for which network
            "platform.mail"); // goes out to people, and is erased when delivered

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    @Autowired
    Environment environment;

    private record Table(String name, boolean hasNetwork, boolean secured, int policies) {}

    private List<Table> tables() {
        return db.sql("""
                        select n.nspname || '.' || c.relname as name,
                               exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'network') as has_network,
                               c.relrowsecurity as secured,
                               (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'
                           and c.relname <> 'migration'
                         order by 1
                        """).query(Table.class).list();
    }

    @Test
    void every_table_belongs_to_a_network_or_is_named_as_wider() {
        assertThat(tables()).filteredOn(table -> !WIDER.contains(table.name())).allSatisfy(table -> {
            assertThat(table.hasNetwork())
                    .as(table.name() + " has a column network")
                    .isTrue();
            assertThat(table.secured())
                    .as(table.name() + " has row-level security")
                    .isTrue();
            assertThat(table.policies()).as(table.name() + " has a policy").isPositive();
        });
    }

    /// Every table gets a row of each network first, so that the proof is not one over empty tables.
    @TestFactory
    Stream<DynamicTest> one_network_cannot_read_or_change_the_rows_of_another() throws SQLException {
        var ours = cast.network();
        var theirs = cast.network();
        var apart = tables().stream()
                .filter(Table::hasNetwork)
                .filter(table -> !WIDER.contains(table.name()))
                .toList();
        var empty = new ArrayList<String>();
        try (var connection = owner()) {
            var rows = new InventedRows(connection);
            for (var table : apart) {
                for (var stage : List.of(ours, theirs)) {
                    if (!rows.fill(table.name(), stage.network().value())) empty.add(table.name());
                }
            }
        }
        assertThat(empty)
                .as("tables no row could be made up for; tell InventedRows")
                .isEmpty();
        assertThat(apart).as("tables that hold rows of both networks").hasSizeGreaterThan(30);
        return apart.stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> keepsApart(table, ours, theirs)));
    }

    private void keepsApart(Table table, Cast.Stage ours, Cast.Stage theirs) throws SQLException {
        var mine = Scope.of(ours.network());
        var other = theirs.network().value();
        assertThat(rowsOf(table, other)).as("rows that are really there").isPositive();
        assertThat(mine.<Integer, RuntimeException>call(
                        () -> db.sql("select count(*) from " + table.name() + " where network = ?")
                                .param(other)
                                .query(Integer.class)
                                .single()))
                .as("rows of another network seen")
                .isZero();
        for (var attack : List.of(
                "delete from " + table.name() + " where network = ?",
                "update " + table.name() + " set network = platform.network() where network = ?")) {
            assertThat(rowsTouched(mine, attack, other)).as(attack).isZero();
        }
        assertThat(rowsTouched(
                        mine, "update " + table.name() + " set network = ? where network = platform.network()", other))
                .as("rows given away to another network")
                .isZero();
        assertThat(rowsTouched(
                        mine,
                        "insert into " + table.name()
                                + " select (jsonb_populate_record(t, jsonb_build_object('network', ?::uuid))).* from "
                                + table.name() + " t limit 1",
                        other))
                .as("rows smuggled into another network")
                .isZero();
        assertThat(rowsOf(table, other)).as("rows that are still there").isPositive();
    }

    /// Refused is as good as nothing found, as long as it is the wall that refuses.
    private int rowsTouched(Scope scope, String attack, UUID network) {
        try {
            return scope.call(() -> db.sql(attack).param(network).update());
        } catch (DataAccessException refused) {
            assertThat(String.valueOf(refused.getMostSpecificCause().getMessage()))
                    .as(attack)
                    .containsAnyOf(
                            "row-level security",
                            "permission denied",
                            "generated column",
                            "GENERATED ALWAYS",
                            "is never changed");
            return 0;
        }
    }

    private int rowsOf(Table table, UUID network) throws SQLException {
        try (var connection = owner();
                var statement =
                        connection.prepareStatement("select count(*) from " + table.name() + " where network = ?")) {
            statement.setObject(1, network);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("wirknetz.db.url"),
                environment.getRequiredProperty("wirknetz.db.user"),
                environment.getProperty("wirknetz.db.password", ""));
    }

    @Test
    void without_a_network_in_scope_nothing_is_seen() {
        var stage = cast.network();
        stage.organisation("Handwerkskammer");
        int seen = db.sql("select count(*) from directory.organisation")
                .query(Integer.class)
                .single();
        assertThat(seen).isZero();
    }

    @Test
    void a_row_of_another_network_cannot_be_referred_to() {
        var ours = cast.network();
        var theirs = cast.network();
        var foreign = theirs.organisation("Jobcenter");
        assertThatThrownBy(() -> Scope.of(ours.network())
                        .run(() -> db.sql(
                                        "insert into directory.membership (network, organisation, status) values (?, ?, 'ACTIVE')")
                                .params(ours.network().value(), foreign)
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_daily_role_owns_nothing_and_bypasses_nothing() {
        var role = db.sql("""
                        select current_user as name, rolsuper or rolbypassrls as mighty,
                               exists (select from pg_class where relowner = pg_roles.oid and relnamespace::regnamespace::text
                                       in ('platform', 'access', 'directory')) as owner
                          from pg_roles where rolname = current_user
                        """).query().singleRow();
        assertThat(role)
                .containsEntry("name", "wirknetz_app")
                .containsEntry("mighty", false)
                .containsEntry("owner", false);
    }

    @Test
    void the_trail_can_be_added_to_but_not_changed() {
        var stage = cast.network();
        var organisation = stage.organisation("Volkshochschule");
        var verbs = stage.ask(ask -> ask.sql("select verb from platform.trail where record = ?")
                .param(organisation)
                .query(String.class)
                .list());
        assertThat(verbs).containsExactly("insert");
        for (var attack : List.of(
                "update platform.trail set verb = 'delete'",
                "delete from platform.trail",
                "truncate platform.trail",
                "insert into platform.trail (change, relation, record, verb) values ('" + UUID.randomUUID()
                        + "', 'x', '" + UUID.randomUUID() + "', 'insert')")) {
            assertThatThrownBy(() -> stage.ask(ask -> ask.sql(attack).update()))
                    .as(attack)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
