package org.wirknetz.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;

/// Stefan Thalheim pays for the network and fetches everything he may: no person, no mail address, nothing
/// that is
/// confidential between some, no number that tells one of them apart, also not by taking one number from
/// another.
@RoomTest
class FunderAttackTests {

    private static final List<String> SECRETS = List.of(
            "Petrenko",
            "Olga",
            "olga.petrenko@vhs.example",
            "Jonas",
            "Runder Tisch Insolvenz",
            "Stillhalteabkommen",
            "Krisentreffen");

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Stage stage;
    private RequestPostProcessor funder;
    private final List<UUID> members = new ArrayList<>();

    /// 24 organisations: one has no tie, one was at no meeting, two hang on a single tie.
    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        funder = Cast.signedIn(stage.sits("Stefan Thalheim", Role.FUNDER, null));
        members.clear();
        for (int n = 0; n < 24; n++) {
            var id = stage.organisation("Organisation " + (char) ('A' + n));
            write(
                    "insert into directory.membership (network, organisation, status) values (platform.network(), ?, 'ACTIVE')",
                    id);
            members.add(id);
        }
        for (int n = 0; n < 22; n++) tie(n, (n + 1) % 22);
        tie(0, 22);
        var olga = person("Olga", "Petrenko", "olga.petrenko@vhs.example");
        person("Jonas", "Weber", "jonas.weber@hwk.example");
        var group = UUID.randomUUID();
        write("""
                insert into groups.body (network, id, name, kind, founded_on, visibility)
                values (platform.network(), ?, 'Runder Tisch Insolvenz', 'WORKING_GROUP', '2025-01-01', 'MEMBERS')
                """, group);
        var secret = meeting("Krisentreffen", "2026-03-03", group);
        present(secret, members.get(1), olga);
        var open = meeting("Netzwerktreffen", "2026-04-04", null);
        for (int n = 0; n < 23; n++) present(open, members.get(n), null);
        write("""
                insert into agreements.agreement (network, id, title, form, visibility, concluded_on)
                values (platform.network(), ?, 'Stillhalteabkommen', 'COMPLEMENTARY', 'PARTIES', '2026-02-02')
                """, UUID.randomUUID());
    }

    private void write(String sql, Object... values) {
        stage.ask(db -> db.sql(sql).params(values).update());
    }

    private void tie(int one, int other) {
        write("""
                insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength, valid_from)
                values (platform.network(), ?, ?, 'INFO', 3, '2024-01-01')
                """, members.get(one), members.get(other));
    }

    private UUID person(String given, String family, String email) {
        var id = UUID.randomUUID();
        write("""
                insert into directory.person (network, id, key, given_name, family_name, email)
                values (platform.network(), ?, ?, ?, ?, ?)
                """, id, id.toString(), given, family, email);
        write("""
                insert into directory.mandate (network, person, organisation, kind, level)
                values (platform.network(), ?, ?, 'REPRESENTS', 'OPERATIONAL')
                """, id, members.get(members.size() > 1 ? 1 : 0));
        return id;
    }

    private UUID meeting(String title, String day, @org.jspecify.annotations.Nullable UUID group) {
        var id = UUID.randomUUID();
        stage.ask(db -> db.sql("""
                        insert into meetings.meeting (network, id, title, kind, group_id, starts_at, ends_at, state)
                        values (platform.network(), :id, :title, :kind, :group, cast(:from as timestamptz),
                                cast(:to as timestamptz), 'INVITED')
                        """)
                .param("id", id)
                .param("title", title)
                .param("kind", group == null ? "PLENARY" : "GROUP")
                .param("group", group, java.sql.Types.OTHER)
                .param("from", day + " 09:00+01")
                .param("to", day + " 11:00+01")
                .update());
        return id;
    }

    private void present(UUID meeting, UUID organisation, @org.jspecify.annotations.Nullable UUID person) {
        stage.ask(db -> db.sql("""
                        insert into meetings.attendance (network, meeting, organisation, person, name, presence)
                        values (platform.network(), :meeting, :organisation, :person, 'Olga Petrenko', 'PRESENT')
                        """)
                .param("meeting", meeting)
                .param("organisation", organisation)
                .param("person", person, java.sql.Types.OTHER)
                .update());
    }

    @Test
    void whatever_a_funder_fetches_names_nobody() throws Exception {
        var report = released();
        var fetched = new LinkedHashMap<String, String>();
        for (var path : List.of(
                "/check",
                "/check/reading",
                "/check/frozen",
                "/check/neutrality/summaries",
                "/check/report",
                "/check/report?period=2026-1",
                report)) fetch(stage.path(path), fetched);
        for (var format : List.of("pdf", "odt", "docx", "json"))
            for (var edition : List.of("whole", "board"))
                fetch(stage.path(report + "/paper?format=" + format + "&edition=" + edition), fetched);
        var api = "/api/v1/networks/" + stage.slug();
        fetch(api + "/reports", fetched);
        fetch(api + "/reports/" + report.substring(report.lastIndexOf('/') + 1), fetched);
        fetch(api + "/equality", fetched);
        assertThat(fetched).hasSizeGreaterThan(15);
        fetched.forEach((path, text) -> {
            for (var secret : SECRETS) assertThat(text).as(path).doesNotContain(secret);
            assertThat(text).as(path).doesNotContain("NaN", "Infinity");
        });
        for (var member : members)
            fetched.forEach((path, text) -> assertThat(text).as(path).doesNotContain(member.toString()));
        for (var closed : List.of(
                "/check/standards",
                "/check/shaping",
                "/check/sustaining",
                "/check/map",
                "/check/map.json",
                "/check/alarms",
                "/check/steps",
                "/check/files/json",
                "/check/files/gexf",
                "/check/network/gexf",
                "/check/network/graphml?names=without",
                "/check/table",
                "/people",
                "/people.csv"))
            assertThat(status(stage.path(closed))).as(closed).isEqualTo(403);
        assertThat(status("/api/v1/networks/" + stage.slug() + "/checks/2026-06-30"))
                .isIn(403, 404);
    }

    /// The file for passing on: letters that another file gives to others.
    @Test
    void a_file_without_names_says_nothing_twice() throws Exception {
        var one = unnamed();
        assertThat(one).contains("label=\"X\"").doesNotContain("label=\"Y\"").doesNotContain("Organisation");
        for (var member : members) assertThat(one).doesNotContain(member.toString());
        assertThat(unnamed()).isNotEqualTo(one);
        assertThat(new String(body(stage.path("/check/report")), StandardCharsets.UTF_8))
                .doesNotContain("/check/network/");
        for (int n = 0; n < 5; n++) write("delete from directory.membership where organisation = ?", members.get(n));
        assertThat(mvc.perform(get(stage.path("/check/network/gexf?names=without"))
                                .with(stage.office()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private String unnamed() throws Exception {
        var answer = mvc.perform(
                        get(stage.path("/check/network/gexf?names=without")).with(stage.office()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /// One organisation without a tie, one that was nowhere, one more bridge: each could be told by its rest.
    @Test
    void no_small_number_stands_in_a_report_nor_follows_from_two() throws Exception {
        var json = new String(body(stage.path(released() + "/paper?format=json")), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("Organisationen, bei denen mindestens eine Verbindung eingetragen ist: mindestens 22 von 24")
                .contains(
                        "Organisationen, von denen bei mindestens einem Treffen des Halbjahrs jemand da war: mindestens 22 von 24")
                .contains("an deren einziger Verbindung ein Teil des Netzes hängt: weniger als 3 von 23")
                // The one without a tie is no part of its own: taken from all parts it would be told.
                .contains("Alle, zu denen eine Verbindung eingetragen ist, erreichen einander.")
                .doesNotContain("2 Teile");
        for (var told : List.of("23 von 24", "1 von 24", "2 von 24", "1 von 23", "22 von 23"))
            assertThat(json).doesNotContainPattern("(?<!\\d)" + told);
        // The confidential meeting, agreement and group are counted nowhere.
        assertThat(json).contains("Im Halbjahr fand ein Treffen statt.").contains("keine Vereinbarung abgeschlossen");
    }

    /// 24 pairs now, all 23 of a year ago among them: one is new. And one introduction of one pair.
    @Test
    void what_is_new_who_was_introduced_and_what_the_office_alone_is_told_stays_inside() throws Exception {
        assertThat(shown()).contains("Paare, die noch verbunden sind wie vor zwölf Monaten: alle 23");
        write("""
                insert into networkcheck.tie (network, from_organisation, to_organisation, kind, strength, valid_from)
                values (platform.network(), ?, ?, 'INFO', 3, '2026-02-01')
                """, members.get(4), members.get(12));
        write("""
                with listed as (
                  insert into exchange.listing (network, organisation, sort, title)
                  values (platform.network(), ?, 'NEED', 'Raum'), (platform.network(), ?, 'RESOURCE', 'Halle')
                  returning id, sort)
                insert into exchange.introduction (network, need, offer, asker, helper, state, subject, body, sent_at, outcome_on)
                select platform.network(), n.id, o.id, ?, ?, 'HELPED', 'Guten Tag', 'Text', '2026-05-05', '2026-06-06'
                  from listed n, listed o where n.sort = 'NEED' and o.sort = 'RESOURCE'
                """, members.get(1), members.get(2), members.get(1), members.get(2));
        write("""
                insert into networkcheck.funding (network, source, amount, public, valid_from, valid_to)
                values (platform.network(), 'Landesprogramm', 90000, true, '2025-01-01', '2026-12-31')
                """);
        var json = new String(body(stage.path(released() + "/paper?format=json")), StandardCharsets.UTF_8);
        assertThat(json)
                .contains("Neu verbunden sind weniger als 3 Paare")
                .contains("Verschickte und hilfreiche Vermittlungen werden nicht genannt")
                .doesNotContain("alle 23 Paare", "eine Vermittlung verschickt", "reason-FUNDING", "Landesprogramm");
    }

    /// What a report says of itself is all there is: two of one network differ by what may be told, or not at
    /// all.
    @Test
    void one_organisation_more_without_a_tie_changes_nothing_but_the_number_of_members() throws Exception {
        var before = shown();
        write("delete from networkcheck.tie where to_organisation = ?", members.get(22));
        var after = shown();
        assertThat(before).contains("eingetragen ist: mindestens 22 von 24");
        assertThat(after).contains("eingetragen ist: mindestens 22 von 24");
    }

    private String shown() throws Exception {
        return mvc.perform(get(stage.path("/check/report?period=2026-1"))
                        .with(stage.office())
                        .header("Accept-Language", "de"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String released() throws Exception {
        var location = String.valueOf(mvc.perform(post(stage.path("/check/report/freezing"))
                        .with(csrf())
                        .with(stage.office())
                        .param("period", "2026-1"))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        var report = location.substring(location.indexOf("/check/report/"));
        assertThat(mvc.perform(post(stage.path(report + "/release"))
                                .with(csrf())
                                .with(stage.office()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        return report;
    }

    private int status(String path) throws Exception {
        return mvc.perform(get(path).with(funder)).andReturn().getResponse().getStatus();
    }

    private byte[] body(String path) throws Exception {
        return mvc.perform(get(path).with(funder).header("Accept-Language", "de"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    /// All text there is in the answer, and all that hides in it.
    private void fetch(String path, Map<String, String> fetched) throws Exception {
        var answer = mvc.perform(get(path).with(funder).header("Accept-Language", "de"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        var bytes = answer.getContentAsByteArray();
        var type = String.valueOf(answer.getContentType());
        var text = new StringBuilder(String.valueOf(answer.getHeader("Content-Disposition")));
        if (type.contains("pdf")) {
            try (var pdf = Loader.loadPDF(bytes)) {
                text.append(new PDFTextStripper().getText(pdf))
                        .append(pdf.getDocumentInformation().getCOSObject());
            }
        } else if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    text.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } else {
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }
        // His own name stands in the frame of each page.
        fetched.put(path, Pattern.compile("Stefan Thalheim").matcher(text).replaceAll(""));
    }
}
