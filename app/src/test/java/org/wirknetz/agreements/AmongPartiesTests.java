package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirknetz.agreements.Desks.MONDAY;
import static org.wirknetz.agreements.Desks.terms;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Scope;

/// Attacks with SQL of their own by somebody who got so far: the database itself keeps agreements among their parties.
/// Seen failing with the policies taken away.
@RoomTest
class AmongPartiesTests {

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    JdbcClient db;

    private Desks desks;
    private AgreementId secret;

    @BeforeEach
    void set_the_table() {
        desks = new Desks(cast);
        secret = desks.office.call(() -> agreements.draft(terms("Geheime Absprache"), desks.both()));
    }

    @TestFactory
    Stream<DynamicTest> outsiders_see_nothing_of_it_anywhere() {
        var everywhere = desks.office.<List<String>, RuntimeException>call(
                () -> db.sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'v') and n.nspname = 'agreements' and c.relname <> 'migration' order by 1
                        """).query(String.class).list());
        assertThat(everywhere).contains("agreements.agreement", "agreements.wording", "agreements.party_card");
        return everywhere.stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    for (var outsider : outsiders())
                        assertThat(outsider.<Integer, RuntimeException>call(() -> count(table, "true")))
                                .isZero();
                }));
    }

    private List<Scope> outsiders() {
        return List.of(desks.stranger, desks.funder, Scope.publicly(desks.stage.network()));
    }

    @Test
    void nor_in_what_the_rows_were_before_nor_in_the_search() {
        for (var outsider : outsiders()) {
            assertThat(outsider.<Integer, RuntimeException>call(
                            () -> count("platform.revision", "relation like 'agreements.%'")))
                    .isZero();
            assertThat(outsider.<Integer, RuntimeException>call(
                            () -> count("platform.search_entry", "kind = 'agreement'")))
                    .isZero();
        }
        for (var reader : List.of(desks.office, desks.chamber)) {
            assertThat(reader.<Integer, RuntimeException>call(
                            () -> count("platform.revision", "relation like 'agreements.%'")))
                    .isPositive();
            assertThat(reader.<Integer, RuntimeException>call(
                            () -> count("platform.search_entry", "kind = 'agreement'")))
                    .isOne();
        }
    }

    @Test
    void a_stranger_cannot_change_remove_or_join_it() {
        assertThat(desks.stranger.<Integer, RuntimeException>call(() ->
                        db.sql("update agreements.agreement set title = 'x'").update()))
                .isZero();
        assertThat(desks.stranger.<Integer, RuntimeException>call(
                        () -> db.sql("delete from agreements.party").update()))
                .isZero();
        var joining =
                "insert into agreements.party (network, agreement, organisation) values (platform.network(), ?, ?)";
        assertThatThrownBy(() -> desks.stranger.run(() ->
                        db.sql(joining).params(secret.value(), desks.jobcenter).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> desks.stranger.run(
                        () -> db.sql("""
                        insert into agreements.wording (network, agreement, number, body, sealed, sha256, written_at)
                        values (platform.network(), ?, 9, '', '', repeat('0', 64), now())
                        """).param(secret.value()).update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_funder_cannot_draft() {
        assertThatThrownBy(() -> desks.funder.run(() -> db.sql("""
                        insert into agreements.agreement (network, title, drafted_by)
                        values (platform.network(), 'x', platform.account())
                        """).update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void what_is_marked_visible_shows_its_head_once_it_is_concluded_and_never_its_text() {
        var open = drafted("Für alle", Circle.NETWORK);
        var reported = drafted("Auch für Fördernde", Circle.FUNDERS);
        assertThat(desks.stranger.<Integer, RuntimeException>call(() -> count("agreements.agreement", "true")))
                .as("a draft is nobody else's")
                .isZero();
        desks.office.run(() -> db.sql("update agreements.agreement set concluded_on = ? where id in (?, ?)")
                .params(MONDAY, open, reported)
                .update());
        assertThat(desks.stranger.<Integer, RuntimeException>call(() -> count("agreements.agreement", "true")))
                .isEqualTo(2);
        assertThat(desks.stranger.<Integer, RuntimeException>call(() -> count("agreements.party", "true")))
                .isEqualTo(4);
        assertThat(desks.stranger.<Integer, RuntimeException>call(() -> count("agreements.wording", "true")))
                .isZero();
        assertThat(desks.stranger.<Integer, RuntimeException>call(() ->
                        db.sql("update agreements.agreement set title = 'x'").update()))
                .isZero();
        assertThat(desks.funder.<List<String>, RuntimeException>call(
                        () -> db.sql("select title from agreements.agreement")
                                .query(String.class)
                                .list()))
                .containsExactly("Auch für Fördernde");
        assertThat(Scope.publicly(desks.stage.network())
                        .<Integer, RuntimeException>call(() -> count("agreements.agreement", "true")))
                .isZero();
    }

    private UUID drafted(String title, Circle circle) {
        return desks.office
                .<AgreementId, RuntimeException>call(() -> agreements.draft(terms(title, circle, "Text"), desks.both()))
                .value();
    }

    private int count(String table, String where) {
        return db.sql("select count(*) from " + table + " where " + where)
                .query(Integer.class)
                .single();
    }
}
