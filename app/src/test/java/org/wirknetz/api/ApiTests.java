package org.wirknetz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

@RoomTest
class ApiTests {

    private static final String HANDWERKSKAMMER =
            "{\"key\":\"hwk\",\"name\":\"Handwerkskammer\",\"city\":\"Lindenfurt\"}";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Resources resources;

    @Autowired
    ForgetAnswers forgetting;

    @Autowired
    JdbcClient db;

    private static String path(Cast.Stage stage, String rest) {
        return "/api/v1/networks/" + stage.slug() + rest;
    }

    private static MockHttpServletRequestBuilder sent(
            MockHttpServletRequestBuilder request, Cast.Stage stage, String body) {
        return request.with(stage.office())
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    @Test
    void a_record_is_created_read_changed_and_removed() throws Exception {
        var stage = cast.network();
        var place =
                Objects.requireNonNull(mvc.perform(sent(post(path(stage, "/organisations")), stage, HANDWERKSKAMMER))
                        .andExpect(status().isCreated())
                        .andExpect(header().exists("ETag"))
                        .andExpect(jsonPath("$.name").value("Handwerkskammer"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"));
        var tag = Objects.requireNonNull(mvc.perform(get(place).with(stage.office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.city").value("Lindenfurt"))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));
        mvc.perform(get(place).with(stage.office()).header("If-None-Match", tag))
                .andExpect(status().isNotModified());
        mvc.perform(sent(patch(place), stage, "{\"city\":null}").header("If-Match", tag))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.city").doesNotExist());
        mvc.perform(sent(patch(place), stage, "{\"city\":\"Kupferau\"}").header("If-Match", tag))
                .andExpect(status().isPreconditionFailed());
        mvc.perform(sent(delete(place), stage, "")).andExpect(status().isNoContent());
        mvc.perform(get(place).with(stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void a_creating_call_that_is_repeated_makes_one_record() throws Exception {
        var stage = cast.network();
        var tags = new HashSet<String>();
        for (int time = 0; time < 2; time++) {
            tags.add(mvc.perform(sent(post(path(stage, "/organisations")), stage, HANDWERKSKAMMER)
                            .header("Idempotency-Key", "k1"))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.key").value("hwk"))
                    .andReturn()
                    .getResponse()
                    .getHeader("ETag"));
        }
        assertThat(tags).hasSize(1).doesNotContainNull();
        mvc.perform(sent(post(path(stage, "/organisations")), stage, "{\"key\":\"x\",\"name\":\"X\"}")
                        .header("Idempotency-Key", "k1"))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(get(path(stage, "/organisations")).with(stage.office())).andExpect(jsonPath("$.items", hasSize(1)));
    }

    /// They repeat whole cards, whose people may be gone by then.
    @Test
    void what_creating_calls_were_answered_is_forgotten_after_a_day() throws Exception {
        var stage = cast.network();
        mvc.perform(sent(post(path(stage, "/organisations")), stage, HANDWERKSKAMMER)
                        .header("Idempotency-Key", "k2"))
                .andExpect(status().isCreated());
        stage.inside(() -> db.sql("update api.answer set created_at = now() - interval '2 days'")
                .update());
        forgetting.round();
        assertThat(stage.<Integer>ask(db -> db.sql("select count(*) from api.answer")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    /// The office's own card stays, as on the page.
    @Test
    void an_organisation_is_taken_out_by_the_verb_of_its_room() throws Exception {
        var stage = cast.network();
        var office = stage.organisation("Koordinierungsstelle");
        stage.inside(() -> db.sql("update directory.organisation set coordinator = true where id = ?")
                .param(office)
                .update());
        mvc.perform(sent(delete(path(stage, "/organisations/" + office)), stage, ""))
                .andExpect(status().isConflict());
        mvc.perform(get(path(stage, "/organisations/" + office)).with(stage.office()))
                .andExpect(status().isOk());
    }

    @Test
    void lists_that_are_worked_out_are_answered_as_all_others() throws Exception {
        var stage = cast.network();
        for (var list : List.of("/reports", "/equality")) {
            var tag = mvc.perform(get(path(stage, list + "?limit=1")).with(stage.office()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.next").isEmpty())
                    .andReturn()
                    .getResponse()
                    .getHeader("ETag");
            mvc.perform(get(path(stage, list + "?limit=1")).with(stage.office()).header("If-None-Match", tag))
                    .andExpect(status().isNotModified());
            mvc.perform(get(path(stage, list + "?limit=0")).with(stage.office()))
                    .andExpect(status().isBadRequest());
            mvc.perform(get(path(stage, list + "?what=1")).with(stage.office())).andExpect(status().isBadRequest());
        }
    }

    @Test
    void stray_calls_are_answered_in_the_callers_language() throws Exception {
        var stage = cast.network();
        mvc.perform(get(path(stage, "/organisations/unknown-id")).with(stage.office()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.title").value("Diese Seite gibt es nicht"));
        mvc.perform(sent(put(path(stage, "/organisations")), stage, "{}").header("Accept-Language", "en"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().exists("Allow"))
                .andExpect(jsonPath("$.title").value("This step does not work that way"));
        mvc.perform(get("/error").with(stage.office())).andExpect(status().isNotFound());
    }

    @Test
    void the_note_of_a_tie_is_read_by_those_it_concerns() throws Exception {
        var stage = cast.network();
        var caritas = stage.organisation("Caritasverband");
        var jobcenter = stage.organisation("Jobcenter");
        var tie = "{\"fromOrganisation\":\"%s\",\"toOrganisation\":\"%s\",\"kind\":\"INFO\",\"note\":\"vertraulich\"}";
        mvc.perform(sent(post(path(stage, "/ties")), stage, tie.formatted(caritas, jobcenter)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.note").value("vertraulich"));
        var own = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_STAFF, caritas));
        mvc.perform(get(path(stage, "/ties")).with(own))
                .andExpect(jsonPath("$.items[0].note").value("vertraulich"));
        var guest = Cast.signedIn(stage.sits("Jonas Weber", Role.GROUP_MEMBER, null));
        mvc.perform(get(path(stage, "/ties")).with(guest))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].note").doesNotExist());
        mvc.perform(get(path(stage, "/ties?note=vertraulich")).with(guest)).andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void a_list_is_paged_by_cursor_without_gap_or_double() throws Exception {
        var stage = cast.network();
        for (int number = 0; number < 7; number++) stage.organisation("Träger " + number);
        var seen = new java.util.TreeSet<String>();
        var cursor = "";
        do {
            var body = mvc.perform(get(path(stage, "/organisations"))
                            .param("limit", "3")
                            .param("cursor", cursor)
                            .with(stage.office()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            var page = Bodies.MAPPER.readTree(body);
            for (var item : page.get("items"))
                assertThat(seen.add(item.get("id").stringValue())).isTrue();
            cursor = page.get("next").isNull() ? "" : page.get("next").stringValue();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(7);
    }

    @Test
    void what_cannot_be_taken_is_named_in_the_callers_language() throws Exception {
        var stage = cast.network();
        for (var wrong : List.of(
                "{\"key\":\"a\"}",
                "{\"key\":\"a\",\"name\":5}",
                "{\"key\":\"a\",\"name\":\"A\",\"colour\":\"red\"}",
                "{\"key\":\"a\",\"name\":\"A\",\"area\":\"nowhere\"}",
                "{\"key\":\"a\",\"name\":\"A\",\"version\":7}",
                "{\"key\":\"a\",\"name\":\"A\",\"website\":\"javascript:alert(1)\"}",
                "{\"key\":\"a\",\"name\":\"A\",\"website\":\"https://a.example/\\\"onclick=x\"}",
                "{\"key\":\"a\",\"name\":\"A\",\"email\":\"a@b.example\\r\\nBcc: x@y.example\"}",
                "{\"key\":\"a\",\"name\":\"A\",\"phone\":\"=1+1\"}",
                "{\"key\":\"a\",\"name\":\"A\",\"id\":\"" + UUID.randomUUID() + "\"}")) {
            mvc.perform(sent(post(path(stage, "/organisations")), stage, wrong).header("Accept-Language", "en"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.title").value("Unprocessable"));
        }
        for (var broken : List.of("", "[]", "{\"key\":\"a\",\"key\":\"b\",\"name\":\"A\"}", "{", "null")) {
            mvc.perform(sent(post(path(stage, "/organisations")), stage, broken))
                    .andExpect(status().isBadRequest());
        }
        mvc.perform(get(path(stage, "/organisations")).param("limit", "501").with(stage.office()))
                .andExpect(status().isBadRequest());
        mvc.perform(get(path(stage, "/organisations")).param("cursor", "??").with(stage.office()))
                .andExpect(status().isBadRequest());
        mvc.perform(get(path(stage, "/organisations")).with(stage.office())).andExpect(jsonPath("$.items", hasSize(0)));
    }

    /// What partners enter for themselves, each with attacks of its own in its room's tests.
    private static final Set<String> PARTNERS_WRITE = Set.of("contributions", "needs", "offers");

    /// What the admins of partners maintain of their own: see [DirectoryApiTests].
    private static final Set<String> ADMINS_WRITE = Set.of("organisations", "positions", "mandates");

    @TestFactory
    Stream<DynamicTest> nobody_but_the_office_writes_and_nobody_from_outside_reads() {
        var ours = cast.network();
        var theirs = cast.network();
        var organisation = ours.organisation("Volkshochschule");
        var visitors = Stream.of(
                        Cast.signedIn(ours.sits("Jonas Weber", Role.PARTNER_ADMIN, organisation)),
                        Cast.signedIn(ours.sits("Olga Petrenko", Role.PARTNER_STAFF, organisation)),
                        Cast.signedIn(ours.sits("Emre Yıldız", Role.GROUP_MEMBER, null)),
                        Cast.signedIn(ours.sits("Ministerium", Role.FUNDER, null)))
                .toList();
        return resources.all().stream()
                // Where a room writes itself, it also decides whose; its own tests show that.
                .filter(resource -> resource.writing() == null)
                .map(resource -> DynamicTest.dynamicTest(resource.name(), () -> {
                    var place = path(ours, "/" + resource.name());
                    for (var visitor : visitors) {
                        if (PARTNERS_WRITE.contains(resource.name()) && visitors.indexOf(visitor) < 2) continue;
                        if (ADMINS_WRITE.contains(resource.name()) && visitors.indexOf(visitor) < 1) continue;
                        mvc.perform(post(place)
                                        .with(visitor)
                                        .with(csrf())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{}"))
                                .andExpect(status().isForbidden());
                        mvc.perform(delete(place + "/" + UUID.randomUUID())
                                        .with(visitor)
                                        .with(csrf()))
                                .andExpect(status().isForbidden());
                        mvc.perform(patch(place + "/" + UUID.randomUUID())
                                        .with(visitor)
                                        .with(csrf())
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{}"))
                                .andExpect(status().isForbidden());
                    }
                    mvc.perform(get(place).with(theirs.office())).andExpect(status().isNotFound());
                    mvc.perform(get(place).with(ours.office())).andExpect(status().isOk());
                    var anonymous =
                            mvc.perform(get(place)).andReturn().getResponse().getStatus();
                    assertThat(anonymous).isIn(302, 401, 404);
                }));
    }

    @Test
    void a_record_of_another_network_is_not_there() throws Exception {
        var ours = cast.network();
        var theirs = cast.network();
        var foreign = theirs.organisation("Jobcenter");
        mvc.perform(get(path(ours, "/organisations/" + foreign)).with(ours.office()))
                .andExpect(status().isNotFound());
        mvc.perform(sent(patch(path(ours, "/organisations/" + foreign)), ours, "{\"name\":\"Unser\"}"))
                .andExpect(status().isNotFound());
        mvc.perform(sent(
                        post(path(ours, "/memberships")),
                        ours,
                        "{\"organisation\":\"" + foreign + "\",\"status\":\"ACTIVE\"}"))
                .andExpect(status().isConflict());
        List<String> names = theirs.ask(ask -> ask.sql("select name from directory.organisation")
                .query(String.class)
                .list());
        assertThat(names).containsExactly("Jobcenter");
    }

    @Test
    void a_funder_reads_no_people_and_a_partner_no_office_notes() throws Exception {
        var stage = cast.network();
        var organisation = stage.organisation("Caritasverband");
        stage.ask(ask -> ask.sql("update directory.organisation set note = 'vertraulich'")
                .update());
        var funder = Cast.signedIn(stage.sits("Ministerium", Role.FUNDER, null));
        var member = Cast.signedIn(stage.sits("Emre Yıldız", Role.GROUP_MEMBER, null));
        mvc.perform(get(path(stage, "/people")).with(funder)).andExpect(status().isForbidden());
        mvc.perform(get(path(stage, "/organisations/" + organisation)).with(member))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.note").doesNotExist());
        mvc.perform(get(path(stage, "/organisations/" + organisation)).with(stage.office()))
                .andExpect(jsonPath("$.note").value("vertraulich"));
    }

    @Test
    void the_description_names_every_resource() throws Exception {
        var body = mvc.perform(get("/api/v1/openapi.json").with(cast.network().office()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi").value("3.1.0"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        for (var resource : resources.all())
            assertThat(body).contains("\"/networks/{network}/" + resource.name() + "\"");
    }
}
