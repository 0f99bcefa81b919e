package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// Of two who have the same form open, the second is told and overwrites nothing. Before, names of actor groups
/// and areas, the target constellation and estimates went to whoever was last.
@RoomTest
class LostUpdatesTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private Cast.Stage stage;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
    }

    private int write(String path, String... fields) throws Exception {
        var request = post(stage.path(path)).with(stage.office()).with(csrf());
        for (int n = 0; n < fields.length; n += 2) request.param(fields[n], fields[n + 1]);
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    private String hidden(String page, String field) throws Exception {
        var body = web.perform(get(stage.path(page)).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var found = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(body);
        assertThat(found.find()).as(field + " on " + page).isTrue();
        return found.group(1);
    }

    private String one(String sql) {
        return stage.ask(db -> db.sql(sql).query(String.class).single());
    }

    private UUID insert(String table, String columns, String values, Map<String, Object> given) {
        var id = UUID.randomUUID();
        stage.ask((JdbcClient db) -> db.sql("insert into " + table + " (network, id, " + columns
                        + ") values (:network, :id, " + values + ")")
                .param("network", stage.network().value())
                .param("id", id)
                .params(given)
                .update());
        return id;
    }

    @Test
    void names_of_actor_groups_and_areas() throws Exception {
        var group =
                insert("directory.actor_group", "key, name_de, name_en", "'KAMMER', 'Kammern', 'Chambers'", Map.of());
        var area = insert("directory.area", "key, name, level", "'1', 'Kreis', 'DISTRICT'", Map.of());
        assertThat(hidden("/settings/directory", "version")).isEqualTo("1");
        var groups = "/settings/directory/groups/" + group;
        assertThat(write(groups, "version", "1", "nameDe", "Kammern und Innungen"))
                .isEqualTo(302);
        assertThat(write(groups, "version", "1", "nameDe", "Kammer")).isEqualTo(409);
        assertThat(one("select name_de from directory.actor_group where key = 'KAMMER'"))
                .isEqualTo("Kammern und Innungen");
        var areas = "/settings/directory/areas/" + area;
        assertThat(write(areas, "version", "1", "name", "Landkreis Lindenfurt")).isEqualTo(302);
        assertThat(write(areas, "version", "1", "name", "Kreis L.")).isEqualTo(409);
        assertThat(one("select name from directory.area")).isEqualTo("Landkreis Lindenfurt");
        assertThat(write("/settings/directory/areas/" + UUID.randomUUID(), "version", "1", "name", "Nirgends"))
                .isEqualTo(404);
    }

    @Test
    void the_target_constellation() throws Exception {
        var group =
                insert("directory.actor_group", "key, name_de, name_en", "'KAMMER', 'Kammern', 'Chambers'", Map.of());
        var basis = hidden("/targets/edit", "basis");
        for (var expected : new int[] {302, 409}) {
            assertThat(write(
                            "/targets",
                            "basis",
                            basis,
                            "name",
                            "Ziel " + expected,
                            "from",
                            "2026-11-23",
                            "group",
                            group.toString(),
                            "area",
                            "",
                            "minimum",
                            "1",
                            "weight",
                            "1",
                            // An empty line, as the form has some.
                            "group",
                            "",
                            "area",
                            "",
                            "minimum",
                            "",
                            "weight",
                            ""))
                    .isEqualTo(expected);
        }
        assertThat(one("select name from directory.target_model order by number desc limit 1"))
                .isEqualTo("Ziel 302");
    }

    private UUID product(UUID owner, UUID partner) {
        var product = insert("products.product", "name, kind", "'Kompetenzbilanz', 'SERVICE'", Map.of());
        for (var who : new UUID[] {owner, partner}) {
            var part = insert(
                    "products.partner",
                    "product, organisation, owner, joined_on",
                    ":product, :who, :owner, date '2026-01-01'",
                    Map.of("product", product, "who", who, "owner", who.equals(owner)));
            insert(
                    "products.portion",
                    "product, partner, cost_share",
                    ":product, :part, 50",
                    Map.of("product", product, "part", part));
        }
        return product;
    }

    @Test
    void estimates() throws Exception {
        var product = product(stage.organisation("Volkshochschule"), stage.organisation("Handwerkskammer"));
        var path = "/products/" + product;
        var seen = hidden(path, "seen");
        assertThat(write(path + "/estimates", "seen", seen, "low", "10", "source", "Aylin"))
                .isEqualTo(302);
        assertThat(write(path + "/estimates", "seen", seen, "low", "99", "source", "Jonas"))
                .isEqualTo(409);
        assertThat(write(path + "/estimates", "low", "99", "source", "Jonas")).isEqualTo(409);
        assertThat(one("select source from products.estimate")).isEqualTo("Aylin");
    }

    /// The other took the freed half meanwhile; the one who left comes back in by taking back their leaving.
    @Test
    void taking_back_a_departure_makes_no_more_than_the_whole() throws Exception {
        var school = stage.organisation("Volkshochschule");
        var chamber = stage.organisation("Handwerkskammer");
        var product = product(school, chamber);
        var path = "/products/" + product + "/partners/";
        assertThat(write(path + partner(chamber) + "/end")).isEqualTo(302);
        var leaving = one("select id::text from platform.change order by at desc limit 1");
        assertThat(write(path + partner(school), "version", version(school), "owner", "true", "cost", "90"))
                .isEqualTo(302);
        assertThat(write("/changes/" + leaving + "/undo")).isEqualTo(409);
        assertThat(one("""
                        select sum(o.cost_share)::int::text from products.portion o
                          join products.partner p on p.id = o.partner where p.left_on is null
                        """)).isEqualTo("90");
    }

    private String partner(UUID organisation) {
        return one("select id::text from products.partner where organisation = '" + organisation + "'");
    }

    private String version(UUID organisation) {
        return one("select version::text from products.partner where organisation = '" + organisation + "'");
    }
}
