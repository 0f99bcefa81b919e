package org.wirknetz.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Scope;

@RoomTest
class ProductRoomTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Products products;

    @Autowired
    Partnerships partnerships;

    @Autowired
    Figures figures;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID volkshochschule;
    private UUID handwerkskammer;
    private UUID jobcenter;
    private AccountId olga;
    private AccountId stranger;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        volkshochschule = member("Volkshochschule");
        handwerkskammer = member("Handwerkskammer");
        jobcenter = member("Jobcenter");
        olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, volkshochschule);
        stranger = stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, jobcenter);
    }

    @Test
    void a_partner_takes_a_product_from_idea_to_market() throws Exception {
        var olgas = Cast.signedIn(olga);
        var page = mvc.perform(write("/products")
                        .with(olgas)
                        .param("name", "Kompetenzbilanz")
                        .param("kind", "SERVICE")
                        .param("owner", volkshochschule.toString())
                        .param("purpose", "Zeigt Menschen ohne Abschluss, was sie können."))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var path = page.substring(stage.path("").length());
        mvc.perform(write(path + "/partners").with(olgas).param("organisation", handwerkskammer.toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/sheet")
                        .with(olgas)
                        .param("version", "0")
                        .param("unit", "Teilnahme")
                        .param("price", "180")
                        .param("variable", "60,00")
                        .param("fixed", "9.000,00")
                        .param("low", "70")
                        .param("high", "110")
                        .param("source", "Umfrage 2026"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/stage").with(olgas).param("stage", "PILOT").param("reason", "Zwölf Teilnehmende"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(olgas))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Stufe Erprobung seit 23.11.2026")))
                .andExpect(content().string(containsString("75 Einheiten im Jahr")))
                .andExpect(content().string(containsString("fehlen 600,00")))
                .andExpect(content().string(containsString("Zwölf Teilnehmende")));
        mvc.perform(get(stage.path("/products?q=bilanz&stage=PILOT")).with(olgas))
                .andExpect(content().string(containsString("Kompetenzbilanz")));
        mvc.perform(get(stage.path("/search?q=Kompetenzbilanz")).with(olgas))
                .andExpect(content().string(containsString(page)));
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var id = product();
        for (var page : List.of(
                "/products",
                "/products?stage=all&sort=-since&q=x",
                "/products/new",
                "/products/" + id.value(),
                "/products/" + id.value() + "/edit",
                "/products/" + id.value() + "/sheet",
                "/products/" + id.value() + "/partners/" + partner(id, volkshochschule))) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page))
                                .with(stage.office())
                                .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?products."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
    }

    @Test
    void who_takes_no_part_sees_the_product_and_none_of_its_money() throws Exception {
        var id = product();
        price(id);
        mvc.perform(get(stage.path("/products/" + id.value())).with(Cast.signedIn(olga)))
                .andExpect(content().string(containsString("180,00")));
        mvc.perform(get(stage.path("/products/" + id.value())).with(Cast.signedIn(stranger)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Volkshochschule")))
                .andExpect(content().string(not(containsString("180,00"))))
                .andExpect(content().string(not(containsString("id=\"money\""))));
    }

    /// Whatever page, export or feed may ask one day: the database keeps it.
    @Test
    void the_database_keeps_the_money_from_strangers_funders_and_the_street() {
        var id = product();
        price(id);
        inside(() -> figures.estimate(
                id, figures.seen(id), volkshochschule, BigDecimal.ONE, BigDecimal.TEN, "Leitung", TODAY));
        inside(() -> partnerships.agree(
                id, partner(id, volkshochschule), 1, true, null, new Portion(BigDecimal.valueOf(60), null)));
        var funder = stage.sits("Ines Falk", Role.FUNDER, null);
        for (var table : List.of("sheet", "estimate", "portion")) {
            assertThat(rows(Scope.of(stage.network(), olga), table)).as(table).isOne();
            assertThat(rows(Scope.of(stage.network(), stage.officeAccount()), table))
                    .as(table)
                    .isOne();
            assertThat(rows(Scope.of(stage.network(), stranger), table))
                    .as(table)
                    .isZero();
            assertThat(rows(Scope.of(stage.network(), funder), table)).as(table).isZero();
            assertThat(rows(Scope.publicly(stage.network()), table)).as(table).isZero();
        }
        assertThat(rows(Scope.of(stage.network(), stranger), "product")).isOne();
        assertThat(rows(Scope.of(stage.network(), funder), "product")).isZero();
        assertThat(rows(Scope.publicly(stage.network()), "product")).isZero();
    }

    @Test
    void a_stranger_changes_nothing() throws Exception {
        var id = product();
        var path = "/products/" + id.value();
        for (var attempt : List.of(
                write(path).param("name", "Anders"),
                write(path + "/stage").param("stage", "ENDED"),
                write(path + "/sheet").param("price", "1"),
                write(path + "/partners").param("organisation", jobcenter.toString()),
                write(path + "/partners/" + partner(id, volkshochschule)).param("cost", "1"),
                write(path + "/partners/" + partner(id, volkshochschule) + "/end"),
                write(path + "/estimates")
                        .param("low", "1")
                        .param("source", "ich")
                        .param("organisation", volkshochschule.toString()),
                write(path + "/estimates").param("low", "1").param("source", "ich"),
                write(path + "/removal"))) {
            mvc.perform(attempt.with(Cast.signedIn(stranger))).andExpect(status().isForbidden());
        }
        mvc.perform(write("/products")
                        .with(Cast.signedIn(stranger))
                        .param("name", "Fremdes")
                        .param("owner", volkshochschule.toString()))
                .andExpect(status().isForbidden());
    }

    @Test
    void of_two_who_agree_on_shares_at_once_the_second_is_told() throws Exception {
        var id = product();
        var path = "/products/" + id.value() + "/partners/" + partner(id, volkshochschule);
        for (var expected : List.of(302, 409)) {
            mvc.perform(write(path)
                            .with(Cast.signedIn(olga))
                            .param("version", "1")
                            .param("owner", "true")
                            .param("cost", expected == 302 ? "60" : "10"))
                    .andExpect(status().is(expected));
        }
        assertThat(stage.<BigDecimal>ask(it -> it.sql("select cost_share from products.portion")
                        .query(BigDecimal.class)
                        .single()))
                .isEqualByComparingTo("60");
    }

    @Test
    void shares_are_never_more_than_the_whole_and_an_owner_stays() {
        var id = product();
        inside(() -> partnerships.join(id, handwerkskammer, false, "Werkstatt", TODAY));
        inside(() -> partnerships.agree(
                id, partner(id, volkshochschule), 1, true, null, new Portion(BigDecimal.valueOf(60), null)));
        refused(
                "products.share.more-than-whole",
                () -> partnerships.agree(
                        id, partner(id, handwerkskammer), 1, false, null, new Portion(new BigDecimal("40.01"), null)));
        refused(
                "products.partner.no-owner",
                () -> partnerships.agree(id, partner(id, volkshochschule), 2, false, null, new Portion(null, null)));
        refused("products.partner.known", () -> partnerships.join(id, handwerkskammer, false, null, TODAY));
    }

    @Test
    void a_stage_is_neither_repeated_nor_dated_before_the_last_one() {
        var id = product();
        refused("products.stage.same", () -> products.move(id, Stage.IDEA, TODAY, null));
        refused("products.stage.before", () -> products.move(id, Stage.PILOT, TODAY.minusDays(1), null));
    }

    @Test
    void two_people_with_one_sheet_are_told() throws Exception {
        var id = product();
        price(id);
        var write = write("/products/" + id.value() + "/sheet").param("price", "200");
        mvc.perform(write.param("version", "0").with(stage.office())).andExpect(status().isConflict());
        mvc.perform(write("/products/" + id.value() + "/sheet")
                        .param("price", "200")
                        .param("version", "1")
                        .with(stage.office()))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void a_form_with_holes_comes_back_with_its_words() throws Exception {
        mvc.perform(write("/products").with(stage.office()).param("purpose", "Für alle"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("einen Namen")))
                .andExpect(content().string(containsString("Für alle")));
        var id = product();
        mvc.perform(write("/products/" + id.value() + "/sheet")
                        .with(stage.office())
                        .param("price", "viel")
                        .param("unit", "Tag"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("„viel“ ist keine Zahl")))
                .andExpect(content().string(containsString("Tag")));
    }

    @Test
    void another_network_knows_nothing_of_it() throws Exception {
        var id = product();
        var elsewhere = cast.network();
        mvc.perform(get(elsewhere.path("/products/" + id.value())).with(elsewhere.office()))
                .andExpect(status().isNotFound());
    }

    private ProductId product() {
        var id = new ProductId[1];
        inside(() -> id[0] = products.begin(
                new ProductEntry("Kompetenzbilanz " + UUID.randomUUID(), ProductKind.SERVICE, null, null, null),
                volkshochschule,
                TODAY));
        return id[0];
    }

    private void price(ProductId id) {
        inside(() ->
                figures.calculate(id, 0, new Sheet("Teilnahme", new BigDecimal("180"), null, null, null, null, null)));
    }

    private UUID partner(ProductId product, UUID organisation) {
        return stage.ask(ask -> ask.sql("select id from products.partner where product = ? and organisation = ?")
                .params(product.value(), organisation)
                .query(UUID.class)
                .single());
    }

    private long rows(Scope scope, String table) {
        return scope.call(() -> db.sql("select count(*) from products." + table)
                .query(Long.class)
                .single());
    }

    private void refused(String key, Runnable attempt) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> inside(attempt))
                .isInstanceOfSatisfying(
                        org.wirknetz.platform.Refused.class,
                        refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private void inside(Runnable work) {
        Scope.of(stage.network(), stage.officeAccount()).run(work);
    }

    private MockHttpServletRequestBuilder write(String path) {
        return post(stage.path(path)).with((RequestPostProcessor) csrf());
    }

    private UUID member(String name) {
        var id = stage.organisation(name);
        stage.inside(() -> db.sql("""
                        insert into directory.membership (network, organisation, status, valid_from)
                        values (platform.network(), ?, 'ACTIVE', '2024-01-01')
                        """).param(id).update());
        return id;
    }
}
