package org.wirknetz.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Scope;

/// Jonas Weber leads the working group, Olga Petrenko of the Volkshochschule sits in it, Jörg Kranz of the
/// Jobcenter does not.
@RoomTest
class MeetingRoomTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient db;

    @Autowired
    StatementCount statements;

    private Cast.Stage stage;
    private AccountId jonas;
    private AccountId olga;
    private AccountId stranger;
    private UUID group;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        var chamber = stage.organisation("Handwerkskammer");
        var school = stage.organisation("Volkshochschule");
        jonas = stage.sits("Jonas Weber", Role.GROUP_MEMBER, null);
        olga = stage.sits("Olga Petrenko", Role.PARTNER_STAFF, school);
        stranger = stage.sits("Jörg Kranz", Role.PARTNER_ADMIN, stage.organisation("Jobcenter"));
        group = insert(
                "groups.body",
                Map.of("name", "AG Module", "kind", "WORKING_GROUP", "founded_on", LocalDate.of(2026, 1, 1)));
        sits(chamber, card(jonas, "Weber", chamber), "LEAD");
        sits(school, card(olga, "Petrenko", school), "MEMBER");
    }

    /// The card in the directory by which an account is recognised.
    private UUID card(AccountId account, String family, UUID organisation) {
        var email = db.sql("select email from access.account where id = ?")
                .param(account.value())
                .query(String.class)
                .single();
        var person = insert("directory.person", Map.of("key", email, "family_name", family, "email", email));
        insert(
                "directory.position",
                Map.of("person", person, "organisation", organisation, "valid_from", LocalDate.of(2020, 1, 1)));
        return person;
    }

    private void sits(UUID organisation, UUID person, String part) {
        insert(
                "groups.member",
                Map.of(
                        "group_id",
                        group,
                        "organisation",
                        organisation,
                        "person",
                        person,
                        "part",
                        part,
                        "since",
                        LocalDate.of(2026, 1, 1)));
    }

    private UUID insert(String table, Map<String, Object> values) {
        var id = UUID.randomUUID();
        stage.ask(it -> it.sql("insert into " + table + " (network, id, " + String.join(", ", values.keySet())
                        + ") values (:network, :id, "
                        + values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")")
                .param("network", stage.network().value())
                .param("id", id)
                .params(values)
                .update());
        return id;
    }

    private MeetingEntry entry(String title, Circle circle, @Nullable UUID of) {
        return new MeetingEntry(
                title,
                MeetingKind.GROUP,
                circle,
                of,
                Slot.of(LocalDate.of(2026, 12, 8), LocalTime.of(10, 0), LocalTime.of(12, 0)),
                null,
                "Rathaus, Saal 2",
                null,
                null,
                null,
                null,
                null);
    }

    private MeetingId planned(String title, Circle circle) {
        return inside(() -> meetings.plan(entry(title, circle, group)));
    }

    private <R> R inside(java.util.concurrent.Callable<R> work) {
        return Scope.of(stage.network()).call(() -> {
            try {
                return work.call();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private void invited(MeetingId id) {
        stage.ask(it -> it.sql("update meetings.meeting set state = 'INVITED', told = '{}' where id = ?")
                .param(id.value())
                .update());
    }

    private MockHttpServletRequestBuilder write(String path) {
        return post(stage.path(path)).with(csrf());
    }

    private MockHttpServletRequestBuilder typed(String path, String day, String from, String to) {
        return write(path)
                .param("title", "Gastzugang")
                .param("kind", "GROUP")
                .param("circle", "GROUP")
                .param("group", group.toString())
                .param("day", day)
                .param("from", from)
                .param("to", to)
                .param("place", "Rathaus, Saal 2");
    }

    @Test
    void the_lead_plans_a_meeting_of_the_group_with_its_agenda() throws Exception {
        var jonass = Cast.signedIn(jonas);
        var page = mvc.perform(
                        typed("/meetings", "2026-12-08", "10:00", "12:00").with(jonass))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var path = page.substring(stage.path("").length());
        mvc.perform(write(path + "/agenda")
                        .with(jonass)
                        .param("title", "Wie Gäste mitlesen")
                        .param("kind", "IMPULSE")
                        .param("minutes", "30")
                        .param("speaker", "Petrenko (Volkshochschule)")
                        .param("side", "PRACTICE"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/agenda")
                        .with(jonass)
                        .param("title", "Beschluss dazu")
                        .param("kind", "DECISION"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(page).with(jonass))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Dienstag, 8. Dezember 2026, 10:00–12:00 Uhr")))
                .andExpect(content().string(containsString("Es spricht Petrenko, Volkshochschule")))
                .andExpect(content().string(containsString("10:30")))
                .andExpect(content().string(containsString("Praxis")));
        mvc.perform(get(stage.path("/meetings?q=gastzugang")).with(jonass))
                .andExpect(content().string(containsString(page)));
        mvc.perform(get(stage.path("/search?q=Gastzugang")).with(jonass))
                .andExpect(content().string(containsString(page)));
    }

    @Test
    void the_lead_plans_for_no_other_group_and_not_for_the_network() throws Exception {
        mvc.perform(write("/meetings")
                        .with(Cast.signedIn(jonas))
                        .param("title", "Plenum")
                        .param("day", "2026-12-08")
                        .param("from", "10:00")
                        .param("to", "12:00"))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_draft_is_for_those_who_plan_and_then_for_the_group_and_never_for_strangers() throws Exception {
        var id = planned("Gastzugang", Circle.GROUP);
        var path = stage.path("/meetings/" + id.value());
        mvc.perform(get(path).with(stage.office())).andExpect(status().isOk());
        mvc.perform(get(path).with(Cast.signedIn(jonas))).andExpect(status().isOk());
        mvc.perform(get(path).with(Cast.signedIn(olga))).andExpect(status().isNotFound());
        invited(id);
        mvc.perform(get(path).with(Cast.signedIn(olga))).andExpect(status().isOk());
        mvc.perform(get(path).with(Cast.signedIn(stranger))).andExpect(status().isNotFound());
        mvc.perform(get(stage.path("/meetings?when=all")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(not(containsString("Gastzugang"))));
        mvc.perform(get(stage.path("/search?q=Gastzugang")).with(Cast.signedIn(stranger)))
                .andExpect(content().string(not(containsString("/meetings/" + id.value()))));
    }

    /// Whatever page, export or call may ask one day: the database keeps it.
    @Test
    void the_database_shows_strangers_neither_the_meeting_nor_its_agenda_nor_its_memory() {
        var id = planned("Gastzugang", Circle.GROUP);
        invited(id);
        insert("meetings.agenda_item", Map.of("meeting", id.value(), "position", 1, "title", "X", "kind", "DECISION"));
        Function<AccountId, List<Integer>> seen = who -> Scope.of(stage.network(), who)
                .call(() -> List.of(
                        count("meetings.meeting"),
                        count("meetings.agenda_item"),
                        count("platform.revision where relation like 'meetings.%'")));
        assertThat(seen.apply(olga)).satisfies(it -> assertThat(it.get(0)).isOne());
        assertThat(seen.apply(olga).get(1)).isOne();
        assertThat(seen.apply(stranger)).containsExactly(0, 0, 0);
    }

    private int count(String which) {
        return db.sql("select count(*) from " + which).query(Integer.class).single();
    }

    @Test
    void a_funder_learns_title_and_day_of_what_is_for_the_whole_network_and_nothing_else() throws Exception {
        var funder = Cast.signedIn(stage.sits("Ministerium", Role.FUNDER, null));
        invited(planned("Plenum", Circle.NETWORK));
        invited(planned("Gastzugang", Circle.GROUP));
        mvc.perform(get(stage.path("/meetings")).with(funder))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Plenum")))
                .andExpect(content().string(not(containsString("Rathaus"))))
                .andExpect(content().string(not(containsString("Gastzugang"))));
    }

    @Test
    void in_the_hour_that_is_skipped_in_spring_nobody_can_meet() throws Exception {
        mvc.perform(typed("/meetings", "2027-03-28", "02:30", "04:00").with(stage.office()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("02:30 Uhr gibt es am 28.03.2027 nicht")));
    }

    @Test
    void odd_entries_get_a_sentence_and_nothing_is_stored() throws Exception {
        for (var odd : List.of(
                Map.of("title", "x".repeat(10_000)),
                Map.of("title", "Bcc:\r\nBcc: alle@example.org"),
                Map.of("day", "31.02.2026"),
                Map.of("from", "25:00"),
                Map.of("to", "09:00"),
                Map.of("online", "javascript:alert(1)"),
                Map.of("capacity", "-1"))) {
            var form = typed("/meetings", "2026-12-08", "10:00", "12:00").with(stage.office());
            odd.forEach((name, value) -> form.param(name, value).queryParam(name, value));
            var again = write("/meetings").with(stage.office());
            var all = new java.util.HashMap<>(Map.of(
                    "title", "Gastzugang", "kind", "GROUP", "day", "2026-12-08", "from", "10:00", "to", "12:00"));
            all.putAll(odd);
            all.forEach(again::param);
            mvc.perform(again)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("class=\"problems\"")));
        }
        assertThat(inside(() -> count("meetings.meeting"))).isZero();
    }

    @Test
    void a_file_goes_and_comes_back_as_it_was_and_programs_stay_outside() throws Exception {
        var id = planned("Gastzugang", Circle.GROUP);
        var pdf = "%PDF-1.7\nEntwurf\n%%EOF".getBytes(StandardCharsets.ISO_8859_1);
        mvc.perform(multipart(stage.path("/meetings/" + id.value() + "/papers"))
                        .file(new MockMultipartFile("paper", "../Entwurf.pdf", "application/pdf", pdf))
                        .with(csrf())
                        .with(stage.office()))
                .andExpect(status().is3xxRedirection());
        var paper = stage.ask(it ->
                it.sql("select id from meetings.document").query(UUID.class).single());
        mvc.perform(get(stage.path("/meetings/" + id.value() + "/papers/" + paper))
                        .with(stage.office()))
                .andExpect(content().bytes(pdf));
        mvc.perform(multipart(stage.path("/meetings/" + id.value() + "/papers"))
                        .file(new MockMultipartFile(
                                "paper", "a.pdf", "application/pdf", "MZ".getBytes(StandardCharsets.UTF_8)))
                        .with(csrf())
                        .with(stage.office()))
                .andExpect(status().isConflict());
    }

    @Test
    void a_cancelled_meeting_stays_and_says_so_and_a_draft_can_be_deleted() throws Exception {
        var id = planned("Gastzugang", Circle.GROUP);
        var path = "/meetings/" + id.value();
        mvc.perform(write(path + "/cancellation").with(stage.office()).param("reason", "Glatteis"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path(path)).with(stage.office()))
                .andExpect(content().string(containsString("abgesagt: Glatteis")));
        mvc.perform(typed(path, "2026-12-09", "10:00", "12:00").with(stage.office()))
                .andExpect(status().isConflict());
        var draft = planned("Versehen", Circle.GROUP);
        mvc.perform(write("/meetings/" + draft.value() + "/removal").with(stage.office()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/meetings/" + draft.value())).with(stage.office()))
                .andExpect(status().isNotFound());
    }

    private org.springframework.test.web.servlet.ResultActions taken(String events) throws Exception {
        var file = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + events + "END:VCALENDAR\n").replace("\n", "\r\n");
        return mvc.perform(multipart(stage.path("/meetings/import"))
                .file(new MockMultipartFile("file", "a.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(stage.office()));
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nSUMMARY:Runde\n" + lines + "END:VEVENT\n";
    }

    @Test
    void a_calendar_file_is_taken_over_once_and_all_or_nothing() throws Exception {
        var weekly = event(
                "a@x",
                "DTSTART;TZID=Europe/Berlin:20261201T100000\nDTEND;TZID=Europe/Berlin:20261201T113000\n"
                        + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20261208T100000\n");
        var single = event("b@x", "DTSTART:20270301T090000Z\nLOCATION:Rathaus\n");
        taken(weekly + single).andExpect(status().is3xxRedirection());
        taken(weekly + single).andExpect(status().is3xxRedirection());
        assertThat(inside(() -> count("meetings.meeting"))).isEqualTo(4);
        for (var odd : List.of(
                event("c@x", "DTSTART:20270301T090000Z\nRRULE:FREQ=WEEKLY\n"),
                event("c@x", "DTSTART:20270301T090000Z\nRRULE:FREQ=SECONDLY;COUNT=5\n"),
                event("c@x", "DTSTART:20270301T090000Z\nRRULE:FREQ=DAILY;COUNT=999999\n"),
                event("c@x", "DTSTART;TZID=Europe/Berlin:20270328T023000\n"),
                event("c@x", "DTSTART:gestern\n"),
                "BEGIN:VEVENT\nDTSTART",
                ""))
            taken(event("d@x", "DTSTART:20270401T090000Z\n") + odd)
                    .andExpect(odd.isEmpty() ? status().is3xxRedirection() : status().isUnprocessableContent());
        assertThat(inside(() -> count("meetings.meeting"))).isEqualTo(5);
    }

    @Test
    void a_calendar_file_made_to_keep_us_busy_is_done_with_in_seconds() throws Exception {
        var begun = System.nanoTime();
        for (var rule : List.of(
                "FREQ=DAILY;INTERVAL=0;COUNT=5",
                "FREQ=DAILY;INTERVAL=2147483647;COUNT=5",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=100",
                "FREQ=DAILY;COUNT=104;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;UNTIL=99991231T000000;BYDAY=" + "MO,".repeat(100) + "MO",
                "FREQ=YEARLY;COUNT=104;BYYEARDAY=" + "366,".repeat(100) + "366;BYSETPOS=-366"))
            taken(event("e@x", "DTSTART:20270301T090000Z\nRRULE:" + rule + "\n"))
                    .andExpect(status().isUnprocessableContent());
        var busy = new StringBuilder();
        for (int n = 0; n < 2_000; n++)
            busy.append(event(
                    n + "@x",
                    "DTSTART:20270301T090000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20461231T000000\n"));
        taken(busy.toString()).andExpect(status().isUnprocessableContent());
        taken("BEGIN:VEVENT\nDESCRIPTION:" + "\n x".repeat(100_000) + "\nEND:VEVENT\n")
                .andExpect(status().isUnprocessableContent());
        taken("BEGIN:VEVENT\n".repeat(20_000)).andExpect(status().isUnprocessableContent());
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - begun)).isLessThan(java.time.Duration.ofSeconds(10));
        assertThat(inside(() -> count("meetings.meeting"))).isZero();
    }

    @Test
    void every_page_is_there_in_both_languages() throws Exception {
        var id = planned("Gastzugang", Circle.GROUP);
        var item = insert(
                "meetings.agenda_item",
                Map.of("meeting", id.value(), "position", 1, "title", "X", "kind", "DECISION", "minutes", 30));
        var venue = insert("meetings.venue", Map.of("name", "Rathaus", "step_free", "YES"));
        for (var page : List.of(
                "/meetings",
                "/meetings?when=past&sort=-title&kind=GROUP&q=x",
                "/meetings/new",
                "/meetings/venues",
                "/meetings/import",
                "/meetings/venues/new",
                "/meetings/venues/" + venue + "/edit",
                "/meetings/" + id.value(),
                "/meetings/" + id.value() + "/edit",
                "/meetings/" + id.value() + "/agenda/" + item)) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page))
                                .with(stage.office())
                                .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?meetings."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
    }

    @Test
    void the_list_asks_as_many_questions_for_one_meeting_as_for_forty_and_the_file_holds_them_all() throws Exception {
        planned("Treffen 0", Circle.NETWORK);
        var few =
                statements.during(() -> mvc.perform(get(stage.path("/meetings")).with(stage.office())));
        IntStream.range(1, 60).forEach(it -> planned("Treffen " + it, Circle.NETWORK));
        var many =
                statements.during(() -> mvc.perform(get(stage.path("/meetings")).with(stage.office())));
        assertThat(many).isEqualTo(few);
        var file = mvc.perform(get(stage.path("/meetings/export")).with(stage.office()))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(file.lines().filter(it -> it.contains("Treffen"))).hasSizeGreaterThanOrEqualTo(60);
    }
}
