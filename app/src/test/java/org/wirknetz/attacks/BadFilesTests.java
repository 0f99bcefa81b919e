package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;

/// Files and fields that are meant to hurt, sent to the running program: a sentence that says what to do, nothing
/// stored, nothing of the inside told.
@Attack
class BadFilesTests {

    @Autowired
    Cast cast;

    @Autowired
    Browsers browsers;

    private static String feature(String name, String coordinates) {
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}]}";
    }

    private HttpResponse<String> outlines(Cast.Stage stage, Browser aylin, String geojson) throws Exception {
        var path = stage.path("/settings/directory/outlines");
        return aylin.upload(path, aylin.form(stage.path("/settings/directory"), path), "gebiete.geojson", geojson);
    }

    private static void refusedWith(HttpResponse<String> answer, int status, String... sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence).doesNotContain("Exception", "at org.", "jackson");
    }

    @Test
    void outlines_that_are_too_many_too_deep_or_nowhere_are_refused() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        refusedWith(
                outlines(stage, aylin, feature("A", "[[" + "[8,50],".repeat(1_000_000) + "[8,50]]]")),
                409,
                "Punkte",
                "Vereinfachen Sie");
        refusedWith(
                outlines(stage, aylin, feature("A", "[[" + "[8.1234567,50.1234567],".repeat(500_000) + "[8,50]]]")),
                409,
                "höchstens 8 MB");
        refusedWith(outlines(stage, aylin, feature("A", "[".repeat(1000) + "]".repeat(1000))), 409, "GeoJSON", "Sie");
        refusedWith(outlines(stage, aylin, feature("A", "[[[NaN,50]]]")), 409, "GeoJSON", "Sie");
        refusedWith(outlines(stage, aylin, feature("A", "[[[1e308,50]]]")), 409, "WGS 84");
        refusedWith(outlines(stage, aylin, feature("A", "[[[1e999999999,50]]]")), 409, "WGS 84");
        refusedWith(
                outlines(stage, aylin, feature("<script>alert(1)</script>", "[[[500,50]]]")), 409, "&lt;script&gt;");
        refusedWith(outlines(stage, aylin, "\u0000\u0001"), 409, "GeoJSON", "Sie");
        refusedWith(outlines(stage, aylin, ""), 409, "GeoJSON", "Sie");
    }

    @Test
    void a_table_with_one_endless_line_is_refused_with_its_place() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/imports");
        var sent = aylin.upload(
                path, aylin.form(path, path), "partner.csv", "key;name\nhwk;" + "a".repeat(50_000_000) + "\n");
        if (sent.statusCode() == 302) {
            sent = aylin.get(sent.headers().firstValue("Location").orElseThrow());
            assertThat(sent.body())
                    .contains("partner.csv")
                    .contains("Zeile")
                    .doesNotContain("Exception", "a".repeat(10_000));
        } else refusedWith(sent, 409, "partner.csv");
        assertThat(organisations(stage)).isZero();
    }

    @Test
    void too_many_parts_are_refused_with_a_sentence() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/imports");
        var hidden = new ArrayList<>(aylin.form(path, path));
        for (int n = 0; n < 300; n++) hidden.addAll(java.util.List.of("more" + n, "x"));
        refusedWith(aylin.upload(path, hidden, "partner.csv", "key;name\nhwk;Handwerkskammer\n"), 413, "Felder");
    }

    @Test
    void a_name_of_a_megabyte_is_refused_beside_its_field_or_with_a_sentence() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var answer = aylin.send(path, aylin.form(path + "/new", path), "name", "n".repeat(1_000_000));
        assertThat(answer.statusCode()).isIn(409, 413, 422);
        answer = aylin.send(path, aylin.form(path + "/new", path), "name", "n".repeat(3_000_000));
        refusedWith(answer, 413, "groß");
        assertThat(organisations(stage)).isZero();
    }

    @Test
    void a_hundred_thousand_fields_are_refused_with_a_sentence() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var many = new String[20_000];
        for (int n = 0; n < many.length; n++) many[n] = n % 2 == 0 ? "f" + n : "";
        var answer = aylin.send(path, aylin.form(path + "/new", path), many);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413);
        assertThat(answer.body()).contains("<h1", "href=\"/\"").doesNotContain("Exception");
        answer = aylin.get(path + "?" + "a=&".repeat(2_000));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 413);
        assertThat(answer.body()).contains("<h1").doesNotContain("Exception");
    }

    private static int organisations(Cast.Stage stage) {
        return stage.ask(db -> db.sql("select count(*) from directory.organisation")
                .query(Integer.class)
                .single());
    }
}
