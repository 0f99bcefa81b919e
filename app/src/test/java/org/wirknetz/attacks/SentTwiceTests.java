package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.access.Role;

/// A form takes effect once. Seen failing: fifty parallel posts made sixteen organisations.
@Attack
class SentTwiceTests {

    @Autowired
    Cast cast;

    @Autowired
    Browsers browsers;

    @Autowired
    JdbcClient db;

    private static int organisations(Cast.Stage stage) {
        return stage.ask(db -> db.sql("select count(*) from directory.organisation")
                .query(Integer.class)
                .single());
    }

    private static List<HttpResponse<String>> atOnce(int times, Callable<HttpResponse<String>> sending)
            throws Exception {
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : clicks.invokeAll(java.util.Collections.nCopies(times, sending)))
                answers.add(answer.get());
            return answers;
        }
    }

    @Test
    void fifty_clicks_at_once_make_one_organisation_and_all_lead_to_it() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var form = aylin.form(path + "/new", path);
        var answers = atOnce(50, () -> aylin.send(path, form, "name", "Handwerkskammer"));
        assertThat(organisations(stage)).isEqualTo(1);
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(answers)
                .extracting(it -> it.headers().firstValue("Location").orElse(""))
                .doesNotContain("")
                .matches(it -> it.stream().distinct().count() == 1);
        assertThat(aylin.send(path, form, "name", "Handwerkskammer").statusCode())
                .as("later")
                .isEqualTo(302);
        assertThat(organisations(stage)).isEqualTo(1);
    }

    @Test
    void the_undo_of_the_first_is_still_offered_after_the_second_click() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var form = aylin.form(path + "/new", path);
        aylin.send(path, form, "name", "Jobcenter");
        var second = aylin.send(path, form, "name", "Jobcenter");
        assertThat(aylin.get(second.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("/undo");
    }

    @Test
    void another_form_of_the_same_page_is_another_wish() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        aylin.send(path, aylin.form(path + "/new", path), "name", "Jobcenter Mitte");
        aylin.send(path, aylin.form(path + "/new", path), "name", "Jobcenter Mitte");
        assertThat(organisations(stage)).isEqualTo(2);
    }

    @Test
    void going_back_and_writing_something_else_is_asked_about_and_not_lost() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var form = aylin.form(path + "/new", path);
        var first = aylin.send(path, form, "name", "Volkshochschule");
        var other = aylin.send(path, form, "name", "Caritasverband");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body())
                .contains("schon angekommen", "value=\"Caritasverband\"", "Noch einmal senden")
                .contains("href=\"" + first.headers().firstValue("Location").orElseThrow() + "\"")
                .doesNotContain("value=\"" + form.get(form.indexOf("_form") + 1) + "\"");
        assertThat(organisations(stage)).isEqualTo(1);
        assertThat(aylin.send(path, Browser.hidden(other.body(), path)).statusCode())
                .isEqualTo(302);
        assertThat(organisations(stage)).isEqualTo(2);
    }

    @Test
    void a_form_with_a_hole_may_be_sent_again_as_it_is_and_mended() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var form = aylin.form(path + "/new", path);
        assertThat(aylin.send(path, form, "name", "").statusCode()).isEqualTo(422);
        assertThat(aylin.send(path, form, "name", "").statusCode()).isEqualTo(422);
        assertThat(aylin.send(path, form, "name", "Metallbau Yıldız GmbH").statusCode())
                .isEqualTo(302);
        assertThat(organisations(stage)).isEqualTo(1);
    }

    @Test
    void what_was_refused_may_be_sent_again() throws Exception {
        var stage = cast.network();
        var one = stage.organisation("Handwerkskammer");
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations/" + one);
        var form = aylin.form(path, path + "/removal");
        int before = noted();
        var gone = aylin.send(path + "/removal", form);
        assertThat(gone.statusCode()).isEqualTo(302);
        var other = stage.path("/organisations/" + java.util.UUID.randomUUID() + "/removal");
        assertThat(aylin.send(other, aylin.form(stage.path("/organisations/new"), stage.path("/organisations")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(noted() - before).as("only what took effect is noted").isEqualTo(1);
    }

    private int noted() {
        return db.sql("select count(*) from platform.sent_form")
                .query(Integer.class)
                .single();
    }

    @Test
    void the_same_word_of_two_people_is_two_forms() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var jonas = browsers.signedIn(stage.sits("Jonas Weber", Role.OFFICE, null));
        var path = stage.path("/organisations");
        var words = List.of("_form", "A".repeat(24));
        for (var person : List.of(aylin, jonas)) {
            var hidden = new ArrayList<>(person.form(path + "/new", path));
            hidden.subList(hidden.indexOf("_form"), hidden.indexOf("_form") + 2).clear();
            hidden.addAll(words);
            assertThat(person.send(path, hidden, "name", "Jobcenter").statusCode())
                    .isEqualTo(302);
        }
        assertThat(organisations(stage)).isEqualTo(2);
    }

    @Test
    void htmx_is_led_to_what_came_of_the_first() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/organisations");
        var form = aylin.form(path + "/new", path);
        var first = aylin.send(path, form, "name", "Handwerkskammer");
        HttpRequest again = aylin.request(path, form, "name", "Handwerkskammer")
                .header("HX-Request", "true")
                .build();
        assertThat(aylin.send(again).headers().firstValue("HX-Redirect"))
                .isEqualTo(first.headers().firstValue("Location"));
        HttpRequest changed = aylin.request(path, form, "name", "Handwerk")
                .header("HX-Request", "true")
                .build();
        assertThat(aylin.send(changed).statusCode()).isEqualTo(409);
        assertThat(organisations(stage)).isEqualTo(1);
    }

    @Test
    void a_file_sent_twice_is_one_import_and_another_file_is_asked_about() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var path = stage.path("/imports");
        var form = aylin.form(path, path);
        var list = "key;name\nhwk;Handwerkskammer\n";
        var answers = atOnce(8, () -> aylin.upload(path, form, "partner.csv", list));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(stage.<Integer>ask(it -> it.sql("select count(*) from transfer.import_run")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
        assertThat(aylin.upload(path, form, "partner.csv", list + "vhs;Volkshochschule\n")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_visitor_without_an_account_opens_one_and_not_two() throws Exception {
        var stage = cast.network();
        var aylin = browsers.office(stage);
        var form = aylin.form(stage.path("/members"), stage.path("/members/invitations"));
        var email = java.util.UUID.randomUUID().toString().substring(0, 8) + "@test.example";
        atOnce(10, () -> aylin.send(stage.path("/members/invitations"), form, "email", email, "role", "OFFICE"));
        var body = db.sql("select body from platform.mail where recipient = ?")
                .param(email)
                .query(String.class)
                .list();
        assertThat(body).as("one invitation, one mail").hasSize(1);
        var door = java.util.regex.Pattern.compile("/invitation/[A-Za-z0-9_-]+").matcher(body.getFirst());
        assertThat(door.find()).isTrue();
        var jonas = browsers.stranger();
        var opening = jonas.form(door.group(), door.group());
        var answers = atOnce(
                10, () -> jonas.send(door.group(), opening, "name", "Jonas Weber", "password", Browsers.PASSWORD));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(302);
        assertThat(db.sql("select count(*) from access.account where email = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
