package org.wirknetz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// The admin of a partner writes by call what their forms let them write, and nothing beside it.
@RoomTest
class DirectoryApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private UUID kammer;
    private UUID jobcenter;
    private RequestPostProcessor admin;
    private RequestPostProcessor neighbour;
    private RequestPostProcessor staff;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        kammer = stage.organisation("Handwerkskammer");
        jobcenter = stage.organisation("Jobcenter");
        admin = Cast.signedIn(stage.sits("Jonas Weber", Role.PARTNER_ADMIN, kammer));
        staff = Cast.signedIn(stage.sits("Olga Petrenko", Role.PARTNER_STAFF, kammer));
        neighbour = Cast.signedIn(stage.sits("Emre Yıldız", Role.PARTNER_ADMIN, jobcenter));
    }

    private String place(String rest) {
        return "/api/v1/networks/" + stage.slug() + rest;
    }

    private ResultActions send(MockHttpServletRequestBuilder request, RequestPostProcessor who, String body)
            throws Exception {
        return mvc.perform(request.with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }

    private String made(String kind, RequestPostProcessor who, String body) throws Exception {
        return Objects.requireNonNull(send(post(place(kind)), who, body)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private String colleague(RequestPostProcessor who, UUID organisation) throws Exception {
        return made(
                "/people", who, "{'familyName':'Vogt','email':'vogt@a.example','organisation':'" + organisation + "'}");
    }

    private static String id(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    @Test
    void an_admin_maintains_the_card_of_their_own_organisation() throws Exception {
        send(
                        patch(place("/organisations/" + kammer)),
                        admin,
                        "{'name':'Kammer Lindenfurt','renamedOn':'2026-07-01','city':'Lindenfurt','phone':'0911 1','website':null}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.city").value("Lindenfurt"))
                .andExpect(jsonPath("$.renamedOn").doesNotExist());
        mvc.perform(get(place("/organisation-names")).with(admin))
                .andExpect(jsonPath("$.items[0].name").value("Handwerkskammer"))
                .andExpect(jsonPath("$.items[0].validTo").value("2026-07-01"));
    }

    @Test
    void what_only_the_office_writes_is_refused_by_name_and_stays() throws Exception {
        var area = UUID.randomUUID();
        for (var body : List.of(
                "{'key':'neu'}",
                "{'area':'" + area + "'}",
                "{'host':'" + jobcenter + "'}",
                "{'successor':'" + jobcenter + "'}",
                "{'succeededOn':'2026-01-01'}",
                "{'note':'Neu'}",
                "{'city':'Kupferau','free':{'a':'b'}}")) {
            send(patch(place("/organisations/" + kammer)), admin, body).andExpect(status().isForbidden());
        }
        send(post(place("/organisations")), admin, "{'key':'neu','name':'Neu'}").andExpect(status().isForbidden());
        mvc.perform(delete(place("/organisations/" + kammer)).with(admin).with(csrf()))
                .andExpect(status().isForbidden());
        for (var kind : List.of("/memberships", "/organisation-groups", "/umbrella-members", "/organisation-names")) {
            send(post(place(kind)), admin, "{'organisation':'" + kammer + "'}").andExpect(status().isForbidden());
        }
        String city = stage.ask(db -> db.sql("select coalesce(city, '-') from directory.organisation where id = ?")
                .param(kammer)
                .query(String.class)
                .single());
        assertThat(city).isEqualTo("-");
    }

    @Test
    void nobody_but_their_admin_and_the_office_writes_a_card() throws Exception {
        var card = place("/organisations/" + kammer);
        send(patch(card), neighbour, "{'city':'Kupferau'}").andExpect(status().isForbidden());
        send(patch(card), staff, "{'city':'Kupferau'}").andExpect(status().isForbidden());
        var theirs = cast.network();
        var stranger = Cast.signedIn(theirs.sits("Miriam Hartwig", Role.PARTNER_ADMIN, theirs.organisation("IHK")));
        send(patch(card), stranger, "{'city':'Kupferau'}").andExpect(status().isNotFound());
        send(patch("/api/v1/networks/" + theirs.slug() + "/organisations/" + kammer), stranger, "{'city':'Kupferau'}")
                .andExpect(status().isNotFound());
        send(patch(card), stage.office(), "{'city':'Lindenfurt'}").andExpect(status().isOk());
    }

    @Test
    void who_sees_a_field_is_said_and_read_by_those_who_maintain_the_card() throws Exception {
        var card = place("/organisations/" + kammer);
        send(patch(card), admin, "{'email':'post@a.example','phone':'0911 1','visibility':{'email':'office'}}")
                .andExpect(jsonPath("$.visibility.email").value("office"));
        send(patch(card), stage.office(), "{'visibility':{'phone':'public'}}")
                .andExpect(jsonPath("$.visibility.phone").value("public"))
                .andExpect(jsonPath("$.visibility.email").value("office"));
        for (var reader : List.of(neighbour, staff))
            mvc.perform(get(card).with(reader))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.visibility").isEmpty());
        mvc.perform(get(card).with(neighbour)).andExpect(jsonPath("$.email").isEmpty());
        for (var wrong : List.of("{'email':'everybody'}", "{'colour':'public'}", "{'email':5}", "null", "'public'")) {
            send(patch(card), admin, "{'visibility':" + wrong + "}").andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void an_admin_registers_and_revises_those_who_work_for_them() throws Exception {
        var person = colleague(admin, kammer);
        send(patch(person), admin, "{'phone':'0911 2','visibility':{'phone':'office'}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.key").value("vogt"))
                .andExpect(jsonPath("$.visibility.phone").value("office"));
        mvc.perform(get(person).with(neighbour))
                .andExpect(jsonPath("$.phone").isEmpty())
                .andExpect(jsonPath("$.visibility").isEmpty());
        for (var body : List.of("{'note':'x'}", "{'source':'x'}", "{'informedOn':'2026-01-01'}", "{'key':'x'}"))
            send(patch(person), admin, body).andExpect(status().isForbidden());
        send(patch(person), admin, "{'organisation':'" + jobcenter + "'}").andExpect(status().isUnprocessableContent());
        send(patch(person), neighbour, "{'phone':'0911 3'}").andExpect(status().isForbidden());
        send(patch(person), staff, "{'phone':'0911 3'}").andExpect(status().isForbidden());
        mvc.perform(delete(person).with(admin).with(csrf())).andExpect(status().isForbidden());
        send(post(place("/people")), admin, "{'familyName':'Neu'}").andExpect(status().isForbidden());
        send(post(place("/people")), admin, "{'familyName':'Neu','organisation':'" + jobcenter + "'}")
                .andExpect(status().isForbidden());
        send(post(place("/people")), staff, "{'familyName':'Neu','organisation':'" + kammer + "'}")
                .andExpect(status().isForbidden());
    }

    @Test
    void nobody_is_moved_to_or_from_an_organisation_that_is_not_theirs() throws Exception {
        var own = id(colleague(admin, kammer));
        var foreign = id(colleague(neighbour, jobcenter));
        for (var kind : List.of("/positions", "/mandates")) {
            var body = "{'person':'%s','organisation':'%s'}";
            send(post(place(kind)), admin, body.formatted(own, jobcenter)).andExpect(status().isForbidden());
            send(post(place(kind)), admin, body.formatted(foreign, kammer)).andExpect(status().isForbidden());
            var post = made(kind, admin, body.formatted(own, kammer));
            for (var change : List.of(
                    "{'organisation':'" + jobcenter + "'}",
                    "{'person':'" + foreign + "'}",
                    "{'function':'Leitung'}",
                    "{'validFrom':'2020-01-01'}",
                    "{'validTo':null}")) send(patch(post), admin, change).andExpect(status().isForbidden());
            send(patch(post), neighbour, "{'validTo':'2026-12-31'}").andExpect(status().isForbidden());
            mvc.perform(delete(post).with(admin).with(csrf())).andExpect(status().isForbidden());
            send(patch(post), admin, "{'validTo':'2026-12-31'}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.validTo").value("2026-12-31"));
            send(patch(post), admin, "{'validTo':'2027-12-31'}").andExpect(status().isConflict());
        }
    }

    /// Whoever works for two partners is the office's to write, as on the page.
    @Test
    void a_person_of_two_partners_is_written_by_the_office_alone() throws Exception {
        var person = colleague(admin, kammer);
        made("/positions", stage.office(), "{'person':'" + id(person) + "','organisation':'" + jobcenter + "'}");
        send(patch(person), admin, "{'phone':'0911 2'}").andExpect(status().isForbidden());
        mvc.perform(get(person).with(admin)).andExpect(jsonPath("$.visibility").isEmpty());
        send(patch(person), stage.office(), "{'phone':'0911 2','key':'vogt-a'}")
                .andExpect(jsonPath("$.key").value("vogt-a"));
    }

    @Test
    void a_post_that_is_over_is_answered_without_showing_it() throws Exception {
        var person = id(colleague(admin, kammer));
        var post = made(
                "/positions",
                admin,
                "{'person':'" + person + "','organisation':'" + kammer + "','validTo':'2020-01-01'}");
        mvc.perform(get(post).with(admin)).andExpect(status().isNotFound());
        var mandate = made("/mandates", admin, "{'person':'" + person + "','organisation':'" + kammer + "'}");
        send(patch(mandate), admin, "{'validTo':'2020-01-01'}").andExpect(status().isNoContent());
    }
}
