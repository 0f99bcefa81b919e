package org.wirknetz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.Scope;

/// What policies of the rooms ask of the database: who is it that reads?
@RoomTest
class WhoAsksTests {

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID volkshochschule;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = stage.organisation("Volkshochschule");
    }

    @Test
    void the_office_and_jobs_are_the_office_and_the_street_is_not() {
        assertThat(says(Scope.of(stage.network(), stage.officeAccount()), "access.is_office()"))
                .isTrue();
        assertThat(says(Scope.of(stage.network()), "access.is_office()")).isTrue();
        assertThat(says(Scope.publicly(stage.network()), "access.is_office()")).isFalse();
        assertThat(says(Scope.publicly(stage.network()), "access.is_inside()")).isFalse();
    }

    @Test
    void a_partner_works_for_the_own_organisation_and_no_other() {
        var olga = Scope.of(stage.network(), stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule));
        assertThat(says(olga, "access.is_office()")).isFalse();
        assertThat(says(olga, "access.is_inside()")).isTrue();
        assertThat(says(olga, "access.works_for('%s')".formatted(volkshochschule)))
                .isTrue();
        assertThat(says(olga, "access.works_for('%s')".formatted(UUID.randomUUID())))
                .isFalse();
    }

    @Test
    void a_funder_is_outside_and_a_seat_elsewhere_counts_for_nothing() {
        var funder = Scope.of(stage.network(), stage.sits("Ines Falk", Role.FUNDER, null));
        assertThat(says(funder, "access.is_inside()")).isFalse();
        var elsewhere = cast.network();
        assertThat(says(Scope.of(elsewhere.network(), stage.officeAccount()), "access.is_office()"))
                .isFalse();
    }

    private boolean says(Scope scope, String question) {
        return scope.call(
                () -> db.sql("select " + question).query(Boolean.class).single());
    }
}
