package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// A history shows what happened. Seen failing: an update of no row, and one that set what was there, each left an
/// empty
/// change.
@RoomTest
class NothingChangedTests {

    @Autowired
    Cast cast;

    @Test
    void what_changed_nothing_is_no_change() {
        var stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        int before = changes(stage);
        for (var nothing : List.of(
                "update directory.organisation set name = name where id = '" + school + "'",
                "update directory.organisation set name = 'x' where false",
                "delete from directory.person",
                "insert into directory.person select * from directory.person where false",
                "update access.account set name = name")) {
            stage.inside(() -> stage.ask(db -> db.sql(nothing).update()));
            assertThat(changes(stage)).as(nothing).isEqualTo(before);
        }
        stage.inside(() -> stage.ask(
                db -> db.sql("update directory.organisation set name = 'VHS'").update()));
        assertThat(changes(stage)).isEqualTo(before + 1);
    }

    private static int changes(Cast.Stage stage) {
        return stage.ask(db -> db.sql("select count(*) from platform.change")
                .query(Integer.class)
                .single());
    }
}
