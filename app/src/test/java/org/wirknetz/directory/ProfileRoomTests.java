package org.wirknetz.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Scope;

/// The network on one page: the office's words, what is made from the rooms, and what each reader gets of it.
@RoomTest
class ProfileRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient db;

    @Autowired
    Cast cast;

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    ActorGroups groups;

    @Autowired
    Structures structures;

    private Cast.Stage stage;

    @BeforeEach
    void a_school_in_public_and_a_jobcenter_that_is_not() {
        stage = cast.network();
        stage.inside(() -> {
            var learning = groups.add("LEARNING", "Lernorte", "Places to learn");
            var authorities = groups.add("AUTHORITY", "Behörden", "Authorities");
            var school = organisations.register(OrganisationEntry.named("Volkshochschule")
                    .with(OrganisationField.EMAIL, "info@vhs.example")
                    .shown("name", Visibility.PUBLIC));
            var jobcenter = organisations.register(OrganisationEntry.named("Jobcenter"));
            organisations.regroup(school, Set.of(learning));
            organisations.regroup(jobcenter, Set.of(authorities));
            memberships.admit(school, LocalDate.of(2024, 3, 1), null);
            memberships.admit(jobcenter, LocalDate.of(2021, 3, 1), null);
            for (var group : new String[] {"Steuerungskreis NETWORK", "Vertraulicher Kreis MEMBERS"}) {
                db.sql("""
                                insert into groups.body (network, name, kind, purpose, visibility, founded_on)
                                values (platform.network(), :name, 'OTHER', 'Wozu es sie gibt', :visibility, '2025-01-01')
                                """)
                        .param("name", group.substring(0, group.lastIndexOf(' ')))
                        .param("visibility", group.substring(group.lastIndexOf(' ') + 1))
                        .update();
            }
        });
    }

    private String read(String path, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(path).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String portal() throws Exception {
        return mvc.perform(get("/n/" + stage.slug()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int write(String rest, RequestPostProcessor who, String... fields) throws Exception {
        var form = post(stage.path(rest)).with(who).with(csrf());
        for (int at = 0; at < fields.length; at += 2) form.param(fields[at], fields[at + 1]);
        return mvc.perform(form).andReturn().getResponse().getStatus();
    }

    private void open(String part) throws Exception {
        assertThat(write("/profile/public", stage.office(), "part", part, "open", "true"))
                .isEqualTo(302);
    }

    @Test
    void partners_and_funders_read_what_each_may_see() throws Exception {
        write("/profile", stage.office(), "purpose", "Niemand bleibt ohne Abschluss.", "region", "Stadt & Land");
        var jonas = Cast.signedIn(stage.sits("Jonas Weber", Role.GROUP_MEMBER, null));
        assertThat(read(stage.path("/profile"), jonas))
                .contains(
                        "Niemand bleibt ohne Abschluss.", "Stadt &amp; Land", "Fassung für Partner", "2 Partner aus 2")
                .contains(
                        "kam 2021 dazu",
                        "Volkshochschule",
                        "Jobcenter",
                        "Steuerungskreis",
                        "<title id=\"profile-picture-title\">")
                .doesNotContain("Vertraulicher Kreis", "profile/edit", "profile/public");
        var funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        assertThat(read(stage.path("/profile?variant=PARTNERS"), funder))
                .contains("Fassung für Fördernde", "Jobcenter", "Steuerungskreis")
                .doesNotContain("Vertraulicher Kreis", "Fassung für Partner");
    }

    @Test
    void everybody_reads_what_is_public_once_the_office_has_opened_it_and_nothing_else() throws Exception {
        write("/profile", stage.office(), "purpose", "Niemand bleibt ohne Abschluss.");
        mvc.perform(get("/n/" + stage.slug())).andExpect(status().isNotFound());
        open("PROFILE");
        assertThat(portal())
                .contains("Niemand bleibt ohne Abschluss.")
                .doesNotContain("Volkshochschule", "Jobcenter", "Steuerungskreis", "/partners\"");
        open("PARTNERS");
        assertThat(portal())
                .contains(
                        "Ein Partner aus einer",
                        "kam 2024 dazu",
                        "Volkshochschule",
                        "/n/" + stage.slug() + "/partners\"")
                .doesNotContain("Jobcenter", "Behörden", "Steuerungskreis", "info@vhs.example");
        assertThat(write("/profile/public", stage.office(), "part", "PROFILE")).isEqualTo(302);
        mvc.perform(get("/n/" + stage.slug())).andExpect(status().isNotFound());
    }

    @Test
    void what_is_not_open_is_kept_from_everybody_by_the_database_too() throws Exception {
        write("/profile", stage.office(), "purpose", "Niemand bleibt ohne Abschluss.");
        Runnable nobody = () -> assertThat(purposes()).isZero();
        Runnable all = () -> assertThat(purposes()).isOne();
        Scope.publicly(stage.network()).run(nobody);
        Scope.of(stage.network(), cast.stranger("Wer auch immer")).run(nobody);
        Scope.of(stage.network(), stage.sits("Olga Petrenko", Role.GROUP_MEMBER, null))
                .run(all);
        Scope.publicly(cast.network().network()).run(nobody);
        open("PROFILE");
        Scope.publicly(stage.network()).run(all);
    }

    private int purposes() {
        return db.sql("select count(*) from directory.profile where purpose is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void only_the_office_writes_and_no_more_than_fits() throws Exception {
        var olga = Cast.signedIn(stage.sits("Olga Petrenko", Role.GROUP_MEMBER, null));
        assertThat(write("/profile", olga, "purpose", "Meins")).isEqualTo(403);
        assertThat(write("/profile/public", olga, "part", "PROFILE", "open", "true"))
                .isEqualTo(403);
        assertThat(write("/profile/public", stage.office(), "part", "EVERYTHING", "open", "true"))
                .isEqualTo(404);
        assertThat(write("/profile", stage.office(), "purpose", "x".repeat(1201)))
                .isEqualTo(422);
        assertThat(write("/profile", stage.office(), "purpose", "<script>alert(1)</script>\u0000\u202E"))
                .isEqualTo(302);
        assertThat(write("/profile", stage.office(), "purpose", "Zur gleichen Zeit", "version", "0"))
                .as("somebody else has written meanwhile")
                .isEqualTo(409);
        assertThat(read(stage.path("/profile"), stage.office()))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert(1)", "Meins", "\u202E");
    }

    /// Closed until opened; then of those who sit in a body only who shows itself.
    @Test
    void everybody_reads_the_structures_of_the_region_once_they_are_open() throws Exception {
        stage.inside(() -> {
            for (var name : new String[] {"Bildungsbeirat", "Fachkräftebündnis"}) {
                var id = structures.register(StructureEntry.named(name, StructureKind.BODY));
                for (var member : new String[] {"Volkshochschule", "Jobcenter"})
                    db.sql("""
                                    insert into directory.structure_member (network, structure, organisation)
                                    select platform.network(), ?, id from directory.organisation where name = ?
                                    """).params(id.value(), member).update();
            }
        });
        var address = "/n/" + stage.slug() + "/structures";
        mvc.perform(get(address)).andExpect(status().isNotFound());
        open("STRUCTURES");
        var page = mvc.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains(
                        "Bildungsbeirat",
                        "Fachkräftebündnis",
                        "Volkshochschule und andere",
                        "Wo sich dieselben treffen")
                .doesNotContain("Jobcenter");
        open("PROFILE");
        assertThat(portal()).contains(address);
    }
}
