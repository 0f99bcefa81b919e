package org.wirknetz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;
import org.wirknetz.transfer.Archive;

/// The agreements of the demo as `domain.md` 9.4 and its story lines tell them.
@RoomTest
class DemoAgreementsTests {

    private static final DemoNetwork LINDENFURT = DemoNetworks.drawn().network("lindenfurt");

    @Autowired
    JdbcClient db;

    @Autowired
    Archive archive;

    @Autowired
    Cast cast;

    @Autowired
    org.springframework.test.web.servlet.MockMvc mvc;

    @Autowired
    org.wirknetz.access.Accounts accounts;

    @BeforeAll
    static void load(@Autowired DemoLoader loader) {
        loader.load();
    }

    private <T> List<T> ask(String sql, Class<T> type) {
        return Scope.of(new NetworkId(LINDENFURT.id()))
                .call(() -> db.sql(sql).query(type).list());
    }

    @Test
    void there_are_twenty_eight_on_four_steps_of_the_ladder() {
        assertThat(ask("select count(*) from agreements.agreement group by binding order by binding", Integer.class))
                .containsExactly(10, 12, 5, 1);
    }

    @Test
    void the_one_with_the_chamber_of_crafts_ends_at_the_end_of_january() {
        assertThat(ask("""
                        select valid_to from agreements.agreement
                         where title like 'Anerkennung von Teilqualifikationen im Handwerk%'
                        """, LocalDate.class)).containsExactly(LocalDate.of(2027, 2, 1));
    }

    @Test
    void two_providers_have_split_what_both_offered_and_nobody_else_reads_it() {
        assertThat(ask(
                        "select visibility from agreements.agreement where rivals and concluded_on is not null",
                        String.class))
                .contains("PARTIES")
                .doesNotContain("NETWORK", "FUNDERS");
    }

    @Test
    void whatever_is_concluded_was_signed_by_every_party_under_its_very_text() {
        assertThat(ask("""
                        select a.title from agreements.agreement a
                         where (a.concluded_on is not null)
                               <> ((select count(*) from agreements.signature s
                                      join agreements.wording w on w.network = s.network and w.id = s.wording and w.sha256 = s.sha256
                                     where s.network = a.network and s.agreement = a.id)
                                   = (select count(*) from agreements.party p where p.network = a.network and p.agreement = a.id))
                        """, String.class)).isEmpty();
    }

    @Test
    void the_partner_of_the_demo_has_one_to_sign() {
        assertThat(ask("""
                        select a.title from agreements.agreement a
                          join agreements.party p on p.network = a.network and p.agreement = a.id
                          join directory.mandate m on m.network = p.network and m.organisation = p.organisation
                               and m.kind = 'REPRESENTS' and m.valid_from <= '2026-11-23' and coalesce(m.valid_to, 'infinity') > '2026-11-23'
                          join directory.person who on who.network = m.network and who.id = m.person
                         where a.offered_on is not null and a.concluded_on is null and a.ended_on is null
                           and who.email = 'miriam.hartwig@ihk-lindenfurt.example'
                           and not exists (select from agreements.signature s where s.network = p.network and s.party = p.id)
                        """, String.class)).isNotEmpty();
    }

    @Test
    void the_office_reads_on_heute_that_the_recognition_ends() throws Exception {
        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/w/lindenfurt")
                        .with(Cast.signedIn(accounts.byEmail("aylin.demir@koordinierungsstelle.example")
                                .orElseThrow())))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.content()
                        .string(org.hamcrest.Matchers.containsString(
                                "„Anerkennung von Teilqualifikationen im Handwerk“ endet in 69 Tagen")));
    }

    @Test
    void an_archive_carries_every_agreement_with_text_signatures_and_duties() throws Exception {
        var file = new ByteArrayOutputStream();
        var lindenfurt = Scope.of(new NetworkId(LINDENFURT.id()));
        lindenfurt.call(() -> {
            archive.write(file);
            return true;
        });
        var elsewhere = Scope.of(cast.network().network());
        elsewhere.call(() -> archive.read(new ByteArrayInputStream(file.toByteArray())));
        for (var table :
                List.of("agreement", "party", "wording", "signature", "obligation", "comment", "competition_answer")) {
            var state =
                    "select coalesce(md5(string_agg((to_jsonb(t) - '{network,account,drafted_by,written_by,done_by}'::text[])::text, '' order by id)), '') from agreements."
                            + table + " t where network = platform.network()";
            assertThat(elsewhere.<String, RuntimeException>call(
                            () -> db.sql(state).query(String.class).single()))
                    .as(table)
                    .isEqualTo(lindenfurt.<String, RuntimeException>call(
                            () -> db.sql(state).query(String.class).single()));
        }
    }
}
