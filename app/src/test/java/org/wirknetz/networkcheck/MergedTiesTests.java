package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.directory.Merges;
import org.wirknetz.directory.OrganisationEntry;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Scope;

@RoomTest
class MergedTiesTests {

    @Autowired
    Cast cast;

    @Autowired
    Merges merges;

    @Autowired
    Changes changes;

    @Test
    void ties_go_with_the_organisation_and_come_back_when_the_merge_is_taken_back() {
        var stage = cast.network();
        var kammer = stage.organisation("Handwerkskammer");
        var hwk = stage.organisation("HWK");
        var jobcenter = stage.organisation("Jobcenter");
        var caritas = stage.organisation("Caritasverband");
        tie(stage, kammer, jobcenter, false);
        tie(stage, hwk, jobcenter, false); // the same, told twice
        tie(stage, caritas, hwk, true);
        tie(stage, kammer, hwk, false); // would be a loop
        var before = ties(stage);
        var scope = Scope.of(stage.network(), stage.officeAccount());
        scope.run(() -> merges.organisations(
                new OrganisationId(kammer), new OrganisationId(hwk), OrganisationEntry.named("Handwerkskammer")));
        assertThat(ties(stage)).containsExactlyInAnyOrder(kammer + ">" + jobcenter, caritas + ">" + kammer);
        scope.run(() -> changes.undo(scope.lastChange().orElseThrow()));
        assertThat(ties(stage)).containsExactlyInAnyOrderElementsOf(before);
    }

    private static void tie(Cast.Stage stage, UUID from, UUID to, boolean mutual) {
        stage.inside(
                () -> stage.ask(ask -> ask.sql("""
                        insert into networkcheck.tie (network, from_organisation, to_organisation, kind, mutual)
                        values (platform.network(), ?, ?, 'INFO', ?)
                        """).params(from, to, mutual).update()));
    }

    private static List<String> ties(Cast.Stage stage) {
        return stage.ask(ask -> ask.sql("select from_organisation || '>' || to_organisation from networkcheck.tie")
                .query(String.class)
                .list());
    }
}
