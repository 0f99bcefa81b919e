package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// A party cannot conclude an agreement alone by uploading any sheet of paper as the signature of the other. Seen
/// failing without the permission.
@RoomTest
class PaperOfAnotherTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Test
    void a_party_enters_no_paper_of_the_other() throws Exception {
        var stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        var chamber = stage.organisation("Handwerkskammer");
        var agreement = agreement(stage, school, chamber);
        var weber = signer(stage, chamber);
        var petrenko = signer(stage, school);
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school));
        assertThat(enter(stage, agreement, weber, chamber, olga)).isEqualTo(403);
        assertThat(signatures(stage)).isZero();
        assertThat(enter(stage, agreement, petrenko, school, olga)).isEqualTo(302);
        assertThat(enter(stage, agreement, weber, chamber, stage.office())).isEqualTo(302);
        assertThat(signatures(stage)).isEqualTo(2);
    }

    private int enter(Cast.Stage stage, UUID agreement, UUID person, UUID organisation, RequestPostProcessor who)
            throws Exception {
        return web.perform(multipart(stage.path("/agreements/" + agreement + "/paper-signatures"))
                        .file(new MockMultipartFile(
                                "scan",
                                "a.pdf",
                                "application/pdf",
                                "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)))
                        .param("signer", person + " " + organisation)
                        .param("day", "2026-11-20")
                        .param("shown", "a".repeat(64))
                        .with(who)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static int signatures(Cast.Stage stage) {
        return stage.ask(db -> db.sql("select count(*) from agreements.signature")
                .query(Integer.class)
                .single());
    }

    private static UUID agreement(Cast.Stage stage, UUID one, UUID other) {
        var id = insert(stage, "agreements.agreement", "title, offered_on", "'Räume', date '2026-11-01'", Map.of());
        for (var party : new UUID[] {one, other}) {
            insert(
                    stage,
                    "agreements.party",
                    "agreement, organisation",
                    ":of, :party",
                    Map.of("of", id, "party", party));
        }
        insert(
                stage,
                "agreements.wording",
                "agreement, number, body, sealed, sha256, written_at",
                ":of, 1, 'Text', 'Text', repeat('a', 64), now()",
                Map.of("of", id));
        return id;
    }

    private static UUID signer(Cast.Stage stage, UUID organisation) {
        var person =
                insert(stage, "directory.person", "key, family_name", "gen_random_uuid()::text, 'Weber'", Map.of());
        insert(
                stage,
                "directory.mandate",
                "person, organisation, kind",
                ":person, :organisation, 'REPRESENTS'",
                Map.of("person", person, "organisation", organisation));
        return person;
    }

    private static UUID insert(
            Cast.Stage stage, String table, String columns, String values, Map<String, Object> given) {
        var id = UUID.randomUUID();
        stage.ask((JdbcClient db) -> db.sql("insert into " + table + " (network, id, " + columns
                        + ") values (:network, :id, " + values + ")")
                .param("network", stage.network().value())
                .param("id", id)
                .params(given)
                .update());
        return id;
    }
}
