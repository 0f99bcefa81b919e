package org.wirknetz.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.demo.DemoLoader;
import org.wirknetz.platform.AccountId;

/// Every form of the workspace, every field in turn filled with what nobody types: the answer has a sentence and is
/// never an error of ours. Seen failing with a brace in a list's query, a year beyond counting, a parent and a
/// visibility
/// that are none.
@AttackedDemo
class CrookedFieldsTests {

    private static final List<String> CROOKED =
            List.of("x", "\u0000", "-1", "99999999999999999999", "1e400", "+999999999-12-31", "\uD800", "%s%n{0}'");

    @Autowired
    MockMvc web;

    @Autowired
    DemoLoader loader;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    private RequestPostProcessor aylin() {
        loader.load();
        return Cast.signedIn(new AccountId(db.sql("select id from access.account where email like 'aylin.demir@%'")
                .query(UUID.class)
                .single()));
    }

    @Test
    void no_field_of_a_form_breaks_the_house() throws Exception {
        var who = aylin();
        var forms = Walk.forms(new Walk(web, who, "/w/lindenfurt").from("/w/lindenfurt"));
        assertThat(forms).hasSizeGreaterThan(20);
        var foreign = cast.network().organisation("Jobcenter");
        var broken = new ArrayList<String>();
        for (var form : forms) {
            for (var field : form.fields().keySet()) {
                for (var value : chosen(form.fields().get(field)) ? List.of("x", foreign.toString()) : List.of("x")) {
                    var request = MockMvcRequestBuilders.post(URI.create(form.action()))
                            .with(who)
                            .with(csrf());
                    form.fields().forEach((name, was) -> request.param(name, name.equals(field) ? value : was));
                    note(request, form.action() + " " + field + "=" + shown(value), broken);
                }
            }
            for (var value : CROOKED) {
                var request = MockMvcRequestBuilders.post(URI.create(form.action()))
                        .with(who)
                        .with(csrf());
                form.fields().forEach((name, was) -> request.param(name, value));
                note(request, form.action() + " all=" + shown(value), broken);
            }
            var without = MockMvcRequestBuilders.post(URI.create(form.action()))
                    .with(who)
                    .with(csrf());
            note(without, form.action() + " without any field", broken);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void no_question_of_an_address_breaks_the_house() throws Exception {
        var who = aylin();
        var pages = new Walk(web, who, "/w/lindenfurt").from("/w/lindenfurt");
        var names = new java.util.TreeSet<String>(
                List.of("q", "page", "sort", "asOf", "columns", "view", "limit", "from", "to"));
        for (var page : pages) {
            var query = URI.create(page.path().replace(" ", "%20")).getRawQuery();
            if (query != null) for (var part : query.split("&")) names.add(part.replaceAll("=.*", ""));
        }
        var broken = new ArrayList<String>();
        var paths = new java.util.LinkedHashMap<String, String>();
        for (var page : pages) {
            var path = page.path().replaceAll("\\?.*", "");
            paths.putIfAbsent(Walk.kind(path), path);
        }
        assertThat(paths).hasSizeGreaterThan(30);
        for (var path : paths.values()) {
            for (var value : CROOKED) {
                var request = MockMvcRequestBuilders.get(URI.create(path)).with(who);
                names.forEach(name -> request.param(name, value));
                note(request, path + " all=" + shown(value), broken);
            }
        }
        assertThat(broken).isEmpty();
    }

    /// Whether a field may carry an identity, so that one of another network is worth trying.
    private static boolean chosen(String was) {
        return was.isEmpty() || was.matches("[0-9a-f]{8}-[0-9a-f-]{27}");
    }

    private void note(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
            String what,
            List<String> broken) {
        try {
            var response = web.perform(request).andReturn().getResponse();
            if (response.getStatus() >= 500) broken.add(response.getStatus() + " " + what);
            if (response.getContentAsString().contains("Exception")) broken.add("names its inside: " + what);
        } catch (Exception thrown) {
            Throwable deepest = thrown;
            while (deepest.getCause() != null) deepest = deepest.getCause();
            var at = java.util.Arrays.stream(deepest.getStackTrace())
                    .filter(it -> it.getClassName().startsWith("org.wirknetz"))
                    .findFirst();
            broken.add(what + ": " + deepest + at.map(it -> " at " + it).orElse(""));
        }
    }

    private static String shown(String value) {
        return value.replace("\u0000", "NUL").replace("\uD800", "SURROGATE");
    }
}
