package org.wirknetz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// The owner of the database may do everything, but not unseen.
@RoomTest
class TrailSealingTests {

    @Autowired
    TrailSealing sealing;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    DatabaseAddress address;

    @Test
    void an_untouched_trail_holds_and_goes_on_from_seal_to_seal() {
        var stage = worked();
        assertThat(sealing.seal()).isPositive();
        stage.organisation("Caritasverband");
        assertThat(sealing.seal()).isPositive();
        assertThat(sealing.seal()).isZero();
        assertThat(broken(stage)).isZero();
    }

    @Test
    void a_changed_a_removed_and_an_inserted_line_are_found() throws SQLException {
        for (var tampering : new String[] {
            "update platform.trail set verb = 'delete' where id = (select min(id) from platform.trail where network = '%1$s')",
            "update platform.trail set account = gen_random_uuid() where id = (select max(id) from platform.trail where network = '%1$s')",
            "delete from platform.trail where id = (select max(id) from platform.trail where network = '%1$s')",
            "insert into platform.trail (id, network, change, relation, record, verb) overriding system value"
                    + " values (-(random() * 1e15)::bigint, '%1$s', gen_random_uuid(), 'access.seat', gen_random_uuid(), 'insert')",
            "update platform.trail set network = (select id from access.network where id <> '%1$s' limit 1)"
                    + " where id = (select max(id) from platform.trail where network = '%1$s')"
        }) {
            var stage = worked();
            sealing.seal();
            assertThat(broken(stage)).isZero();
            asOwner(tampering.formatted(stage.network().value()));
            assertThat(broken(stage)).as(tampering).isPositive();
        }
    }

    @Test
    void a_seal_that_is_taken_away_is_missed() throws SQLException {
        var stage = worked();
        sealing.seal();
        worked();
        sealing.seal();
        asOwner("delete from platform.trail_seal where network = '"
                + stage.network().value() + "'");
        assertThat(broken(stage)).isPositive();
    }

    @Test
    void a_line_that_is_still_being_written_is_waited_for() throws SQLException {
        var stage = worked();
        try (var other = open()) {
            other.setAutoCommit(false);
            insertLine(other, stage.network().value());
            assertThat(sealing.seal())
                    .as("nothing is sealed while somebody writes")
                    .isZero();
            other.commit();
        }
        assertThat(sealing.seal()).isPositive();
        assertThat(broken(stage)).isZero();
    }

    @Test
    void the_program_itself_cannot_make_a_seal_of_its_own() {
        var stage = worked();
        sealing.seal();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> stage.ask(it -> it.sql("update platform.trail_seal set hash = '' where network = ?")
                                .param(stage.network().value())
                                .update()))
                .hasStackTraceContaining("permission denied");
    }

    private Cast.Stage worked() {
        var stage = cast.network();
        stage.organisation("Handwerkskammer");
        stage.organisation("Volkshochschule");
        return stage;
    }

    private long broken(Cast.Stage stage) {
        return db.sql("select count(*) from platform.broken_seals() where network = ?")
                .param(stage.network().value())
                .query(Long.class)
                .single();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = open();
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isPositive();
        }
    }

    private static void insertLine(Connection connection, UUID network) throws SQLException {
        try (var sql =
                connection.prepareStatement("insert into platform.trail (network, change, relation, record, verb)"
                        + " values (?, gen_random_uuid(), 'directory.organisation', gen_random_uuid(), 'insert')")) {
            sql.setObject(1, network);
            sql.executeUpdate();
        }
    }
}
