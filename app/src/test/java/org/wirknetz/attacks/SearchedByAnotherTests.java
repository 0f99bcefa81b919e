package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// What a list does not show, the search box does not tell: neither typed in full nor with a slip. Seen failing while
/// the functions that find were believed.
@RoomTest
class SearchedByAnotherTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private RequestPostProcessor olga;
    private RequestPostProcessor stranger;
    private RequestPostProcessor group;
    private RequestPostProcessor funder;

    @BeforeEach
    void an_agreement_a_need_and_a_product() {
        stage = cast.network();
        var school = stage.organisation("Volkshochschule");
        var chamber = stage.organisation("Handwerkskammer");
        var caritas = stage.organisation("Caritasverband");
        olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school));
        stranger = Cast.signedIn(stage.sits("Carla Neri", Role.PARTNER_ADMIN, caritas));
        group = Cast.signedIn(stage.sits("Jonas Weber", Role.GROUP_MEMBER, null));
        funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        var agreement = UUID.randomUUID();
        write(
                "insert into agreements.agreement (network, id, title) values (platform.network(), ?, 'Marktaufteilung')",
                agreement);
        for (var party : List.of(school, chamber))
            write(
                    "insert into agreements.party (network, agreement, organisation) values (platform.network(), ?, ?)",
                    agreement,
                    party);
        write(
                "insert into exchange.listing (network, organisation, sort, title) values (platform.network(), ?, 'NEED', 'Dolmetschdienst')",
                school);
        write(
                "insert into products.product (network, name, kind) values (platform.network(), 'Kompetenzbilanz', 'SERVICE')");
    }

    @Test
    void an_agreement_is_found_by_its_parties_and_the_office_alone() throws Exception {
        for (var typed : List.of("Marktaufteilung", "Marktauftielung")) {
            assertThat(found(olga, typed)).contains("/agreements/");
            assertThat(found(stage.office(), typed)).contains("/agreements/");
            for (var other : List.of(stranger, group, funder))
                assertThat(found(other, typed)).doesNotContain("/agreements/");
        }
    }

    @Test
    void a_funder_finds_neither_needs_nor_products() throws Exception {
        assertThat(found(stranger, "Dolmetschdienst")).contains("/needs/");
        assertThat(found(group, "Kompetenzbilanz")).contains("/products/");
        assertThat(found(funder, "Dolmetschdienst")).doesNotContain("/needs/");
        assertThat(found(funder, "Kompetenzbilanz")).doesNotContain("/products/");
    }

    private String found(RequestPostProcessor who, String typed) throws Exception {
        return web.perform(
                        get(stage.path("/search")).param("q", typed).with(who).header("HX-Request", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void write(String sql, Object... values) {
        stage.ask(db -> db.sql(sql).params(values).update());
    }
}
