package org.wirknetz.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.StatementCount;
import org.wirknetz.access.Role;
import org.wirknetz.directory.Merges;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Scope;

@RoomTest
class JournalTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    PrivateNotes notes;

    @Autowired
    Rhythms rhythms;

    @Autowired
    CallList calls;

    @Autowired
    People people;

    @Autowired
    Merges merges;

    @Autowired
    Organisations organisations;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient db;

    private Cast.Stage stage;
    private UUID handwerkskammer;
    private UUID jobcenter;
    private UUID jonas;

    @BeforeEach
    void set_the_stage() {
        stage = cast.network();
        handwerkskammer = member("Handwerkskammer", "2024-01-01");
        jobcenter = member("Jobcenter", "2024-01-01");
        jonas = speaker("Jonas", "Weber", handwerkskammer, "2020-01-01", null);
    }

    @Test
    void one_line_after_a_call_with_its_next_step() throws Exception {
        mvc.perform(write("/journal")
                        .param("with", "Jonas Weber")
                        .param("kind", "CALL")
                        .param("on", "2026-11-20")
                        .param("topic", "Raum für die Prüfung")
                        .param("minutes", "15")
                        .param("next", "Raumplan schicken")
                        .param("due", "2026-11-23"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/journal?q=prüfung")).with(stage.office()))
                .andExpect(content().string(containsString("Raum für die Prüfung")))
                .andExpect(content().string(containsString("Wiedervorlagen (1 fällig)")));
        mvc.perform(get(stage.path("/journal/export?format=csv&q=prüfung")).with(stage.office()))
                .andExpect(content().string(containsString("Handwerkskammer")))
                .andExpect(content().string(containsString("Jonas Weber")));
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(content().string(containsString("Eine Wiedervorlage ist fällig")))
                .andExpect(content().string(containsString("Jonas Weber (Handwerkskammer)")));
    }

    @Test
    void the_office_reads_whom_to_call_under_which_number_and_why() throws Exception {
        stage.ask(it -> it.sql("update directory.person set phone = '030 23125-007' where id = ?")
                .param(jonas)
                .update());
        mvc.perform(get(stage.path("/journal/calls")).with(stage.office()))
                .andExpect(content().string(containsString("tel:03023125007")))
                .andExpect(content().string(containsString("Jonas Weber")));
        mvc.perform(get(stage.path("/journal/calls/export?format=csv")).with(stage.office()))
                .andExpect(content().string(containsString("030 23125-007")));
        mvc.perform(get(stage.path("")).with(stage.office()))
                .andExpect(
                        content().string(containsString("Jonas Weber (Handwerkskammer), <a href=\"tel:03023125007\">")))
                .andExpect(content().string(containsString("Noch kein Kontakt notiert")));
        stage.ask(it -> it.sql("update directory.person set phone = '+49 (0) 30 23125-007' where id = ?")
                .param(jonas)
                .update());
        mvc.perform(get(stage.path("/journal/calls")).with(stage.office()))
                .andExpect(content().string(containsString("tel:+493023125007")));
        var partner = stage.sits("Olga Petrenko", Role.PARTNER_ADMIN, jobcenter);
        int numbers = stage.as(
                partner,
                it -> it.sql("select count(*) from directory.person_phone_card")
                        .query(Integer.class)
                        .single());
        assertThat(numbers).isZero();
    }

    @Test
    void whoever_typed_too_little_or_somebody_unknown_is_told_and_nothing_is_stored() throws Exception {
        member("Jobcenter Kupferland", "2024-01-01");
        for (var wrong : List.of(
                Map.of("with", "Raumfahrtagentur", "topic", "x", "said", "kennt das Netzwerk nicht"),
                Map.of("with", "jobc", "topic", "x", "said", "kann mehrere meinen"),
                Map.of("with", "Handwerkskammer", "topic", "", "said", "worum es ging"),
                Map.of("with", "Handwerkskammer", "topic", "x", "on", "2026-12-24", "said", "liegt in der Zukunft"),
                Map.of("with", "Handwerkskammer", "topic", "x", "on", "gestern", "said", "ist kein Datum"),
                Map.of("with", "Handwerkskammer", "topic", "x", "minutes", "9999", "said", "höchstens 1.440"),
                Map.of("with", "Handwerkskammer", "topic", "x", "next", "Anrufen", "said", "an welchem Tag"),
                Map.of("with", "Handwerkskammer", "topic", "y".repeat(501), "said", "zu lang"))) {
            var request = write("/journal").param("kind", "CALL");
            wrong.forEach(request::param);
            mvc.perform(request)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(wrong.get("said"))));
        }
        assertThat(count("touchpoint", stage.officeAccount())).isZero();
    }

    @Test
    void the_call_list_names_whom_to_call_and_why() {
        var volkshochschule = member("Volkshochschule", "2026-11-01");
        var caritas = member("Caritasverband", "2024-01-01");
        var metallbau = member("Metallbau Yıldız GmbH", "2024-01-01");
        speaker("Mara", "Alt", caritas, "2020-01-01", "2026-11-01");
        speaker("Nina", "Neu", caritas, "2026-11-01", null);
        office(() -> {
            note(handwerkskammer, "2026-11-01", null);
            note(jobcenter, "2026-06-01", null);
            note(caritas, "2026-10-20", null);
            note(metallbau, "2026-11-10", new NextStep("Muster schicken", LocalDate.of(2026, 11, 16)));
        });
        var list = asOffice(() -> calls.on(TODAY));
        assertThat(list)
                .extracting(Call::name)
                .containsExactly("Jobcenter", "Caritasverband", "Metallbau Yıldız GmbH", "Volkshochschule")
                .doesNotContain("Handwerkskammer");
        assertThat(list)
                .extracting(it -> it.reasons(TODAY))
                .containsExactly(
                        List.of(Call.Reason.SILENCE),
                        List.of(Call.Reason.SUCCESSOR),
                        List.of(Call.Reason.DUE),
                        List.of(Call.Reason.NEWCOMER));
        office(() -> rhythms.set(jobcenter, 200));
        assertThat(asOffice(() -> calls.on(TODAY))).extracting(Call::name).doesNotContain("Jobcenter");
        office(() -> note(volkshochschule, "2026-11-23", null));
        assertThat(asOffice(() -> calls.on(TODAY))).extracting(Call::name).doesNotContain("Volkshochschule");
    }

    @Test
    void a_contact_settles_what_was_open_and_undo_takes_both_back() throws Exception {
        office(() -> note(jobcenter, "2026-11-02", new NextStep("Zahlen erbitten", LocalDate.of(2026, 11, 16))));
        var open = db(it ->
                it.sql("select id from journal.follow_up").query(UUID.class).single());
        mvc.perform(get(stage.path("/journal?with=Jobcenter")).with(stage.office()))
                .andExpect(content().string(containsString("Zahlen erbitten (fällig 16.11.2026)")));
        mvc.perform(write("/journal")
                        .param("with", "Jobcenter")
                        .param("kind", "CALL")
                        .param("topic", "Zahlen sind da")
                        .param("settled", open.toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(done(open)).isEqualTo(TODAY);
        var change = db(it -> it.sql(
                        "select change from platform.revision where relation = 'journal.follow_up' order by id desc limit 1")
                .query(UUID.class)
                .single());
        mvc.perform(write("/changes/" + change + "/undo")).andExpect(status().is3xxRedirection());
        assertThat(done(open)).isNull();
        assertThat(count("touchpoint", stage.officeAccount())).isOne();
    }

    private @Nullable LocalDate done(UUID followUp) {
        return db(it -> it.sql("select done_on from journal.follow_up where id = ?")
                        .param(followUp)
                        .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single())
                .orElse(null);
    }

    @Test
    void a_follow_up_is_put_off_and_counted_and_done_once() throws Exception {
        office(() -> note(jobcenter, "2026-11-02", new NextStep("Zahlen erbitten", LocalDate.of(2026, 11, 16))));
        var path = "/journal/follow-ups/"
                + db(it -> it.sql("select id from journal.follow_up")
                        .query(UUID.class)
                        .single());
        mvc.perform(write(path + "/postponement").param("until", "2026-11-30")).andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/postponement").param("until", "2026-11-25")).andExpect(status().isConflict());
        mvc.perform(write(path + "/postponement").param("until", "bald")).andExpect(status().isConflict());
        int postponed = db(it -> it.sql("select postponed from journal.follow_up")
                .query(Integer.class)
                .single());
        assertThat(postponed).isOne();
        mvc.perform(write(path + "/done")).andExpect(status().is3xxRedirection());
        mvc.perform(write(path + "/done")).andExpect(status().isConflict());
    }

    /// Whatever page, export, search or feed may ask one day: the database keeps the room closed.
    @Test
    void nobody_but_the_office_reads_a_row_of_the_journal_or_its_history() {
        office(() -> {
            note(jobcenter, "2026-11-02", new NextStep("Zahlen erbitten", TODAY));
            rhythms.set(jobcenter, 30);
        });
        for (var table : List.of("touchpoint", "follow_up", "rhythm"))
            assertThat(count(table, stage.officeAccount())).as(table).isOne();
        for (var role : List.of(Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER, Role.FUNDER)) {
            var other = stage.sits("Olga Petrenko", role, role.name().startsWith("PARTNER") ? jobcenter : null);
            for (var table : List.of("touchpoint", "follow_up", "rhythm"))
                assertThat(count(table, other)).as(role + " " + table).isZero();
            int remembered = stage.as(
                    other,
                    it -> it.sql("select count(*) from platform.revision where relation like 'journal.%'")
                            .query(Integer.class)
                            .single());
            assertThat(remembered).as(role + " revisions").isZero();
        }
    }

    @Test
    void a_private_note_is_for_its_author_alone_and_leaves_only_an_id_in_the_trail() throws Exception {
        var lennart = stage.sits("Lennart Oster", Role.OFFICE, null);
        mvc.perform(write("/journal/partners/" + jobcenter + "/notes").param("body", "Wirkte sehr müde"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(stage.path("/journal/partners/" + jobcenter)).with(stage.office()))
                .andExpect(content().string(containsString("Wirkte sehr müde")));
        mvc.perform(get(stage.path("/journal/partners/" + jobcenter)).with(Cast.signedIn(lennart)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Wirkte sehr müde"))));
        assertThat(count("private_note", stage.officeAccount())).isOne();
        assertThat(count("private_note", lennart)).isZero();
        stage.inside(() -> assertThat(db.sql("select count(*) from journal.private_note")
                        .query(Integer.class)
                        .single())
                .as("a job works without an author")
                .isZero());
        int kept = db(it -> it.sql("select count(*) from platform.revision where relation = 'journal.private_note'")
                .query(Integer.class)
                .single());
        assertThat(kept).isZero();
        int trail = db(it -> it.sql("select count(*) from platform.trail where relation = 'journal.private_note'")
                .query(Integer.class)
                .single());
        assertThat(trail).isOne();
        var note = stage.as(
                stage.officeAccount(),
                it -> it.sql("select id from journal.private_note")
                        .query(UUID.class)
                        .single());
        mvc.perform(post(stage.path("/journal/partners/" + jobcenter + "/notes/" + note + "/removal"))
                        .with(Cast.signedIn(lennart))
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(count("private_note", stage.officeAccount())).isOne();
    }

    @Test
    void who_is_taken_out_is_named_no_more_and_comes_back_with_undo() {
        office(() -> touchpoints.note(
                new TouchpointEntry(handwerkskammer, jonas, ContactKind.CALL, TODAY, "Termin", null),
                null,
                List.of(),
                TODAY));
        office(() -> people.remove(new PersonId(jonas)));
        assertThat(named()).isZero();
        var change = db(it -> it.sql("select change from platform.revision where record = ? order by id desc limit 1")
                .param(jonas)
                .query(UUID.class)
                .single());
        office(() -> changes.undo(new org.wirknetz.platform.ChangeId(change)));
        assertThat(named()).isOne();
    }

    private int named() {
        return db(it -> it.sql("select count(*) from journal.touchpoint where person is not null")
                .query(Integer.class)
                .single());
    }

    @Test
    void two_cards_that_become_one_keep_all_contacts_and_everybodys_notes() {
        var twin = member("Jobcenter Lindenfurt", "2024-01-01");
        var lennart = stage.sits("Lennart Oster", Role.OFFICE, null);
        office(() -> {
            note(twin, "2026-11-02", null);
            rhythms.set(twin, 30);
            rhythms.set(jobcenter, 60);
        });
        Scope.of(stage.network(), lennart).run(() -> notes.write(twin, "Parkplatz im Hof"));
        office(() -> merges.organisations(
                new OrganisationId(jobcenter),
                new OrganisationId(twin),
                organisations.entry(new OrganisationId(jobcenter)).entry()));
        List<UUID> with = db(it -> it.sql("select distinct organisation from journal.touchpoint")
                .query(UUID.class)
                .list());
        assertThat(with).containsExactly(jobcenter);
        assertThat(count("private_note", lennart)).isOne();
        int moved = stage.as(
                lennart,
                it -> it.sql("select count(*) from journal.private_note where organisation = ?")
                        .param(jobcenter)
                        .query(Integer.class)
                        .single());
        assertThat(moved).isOne();
    }

    @Test
    void contacts_are_compared_with_the_share_of_members() {
        var kammern = group("KAMMER", "Kammern", handwerkskammer);
        group("JC", "Jobcenter", jobcenter);
        office(() -> {
            for (int n = 0; n < 18; n++) note(handwerkskammer, "2026-10-0" + (1 + n % 9), null);
            note(jobcenter, "2026-10-01", null);
            note(jobcenter, "2025-10-01", null);
        });
        var shares = asOffice(() -> ContactShares.of(db, TODAY, true));
        assertThat(shares.contacts()).isEqualTo(19);
        assertThat(shares.enough()).isFalse();
        office(() -> note(jobcenter, "2026-10-02", null));
        var more = asOffice(() -> ContactShares.of(db, TODAY, true));
        assertThat(more.enough()).isTrue();
        var chambers = more.groups().stream()
                .filter(it -> kammern.equals(it.group()))
                .findFirst()
                .orElseThrow();
        assertThat(chambers.contacts()).isEqualTo(18);
        assertThat(more.expected(chambers)).isEqualTo(10);
    }

    @Test
    void every_page_is_there_in_both_languages_and_asks_no_more_with_more_rows() throws Exception {
        office(() -> note(jobcenter, "2026-11-02", new NextStep("Zahlen erbitten", TODAY)));
        var touchpoint = db(it ->
                it.sql("select id from journal.touchpoint").query(UUID.class).single());
        var pages = List.of(
                "/journal",
                "/journal?q=x&kind=CALL&since=90&sort=-with&page=3",
                "/journal?with=Jobcenter",
                "/journal/" + touchpoint,
                "/journal/follow-ups",
                "/journal/follow-ups?state=done&sort=-postponed",
                "/journal/calls",
                "/journal/shares",
                "/journal/partners/" + jobcenter);
        for (var page : pages) {
            for (var language : List.of("de", "en")) {
                mvc.perform(get(stage.path(page))
                                .with(stage.office())
                                .cookie(new jakarta.servlet.http.Cookie("lang", language)))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("?journal."))))
                        .andExpect(content().string(containsString("lang=\"" + language + "\"")));
            }
        }
        for (var page : List.of("/journal", "/journal/calls", "/journal/follow-ups")) {
            int before = asked(page);
            office(() -> {
                for (int n = 0; n < 10; n++)
                    note(
                            member("Betrieb " + UUID.randomUUID(), "2024-01-01"),
                            "2026-01-02",
                            new NextStep("Anrufen", TODAY));
            });
            assertThat(asked(page)).as(page).isEqualTo(before);
        }
    }

    private int asked(String page) throws Exception {
        return StatementCount.during(() ->
                        mvc.perform(get(stage.path(page)).with(stage.office())).andExpect(status().isOk()))
                .size();
    }

    private UUID member(String name, String since) {
        var id = stage.organisation(name);
        stage.ask(it -> it.sql(
                        "insert into directory.membership (network, organisation, status, valid_from) values (platform.network(), ?, 'ACTIVE', cast(? as date))")
                .params(id, since)
                .update());
        return id;
    }

    private UUID speaker(String given, String family, UUID organisation, String from, @Nullable String to) {
        var id = UUID.randomUUID();
        stage.ask(it -> it.sql(
                        "insert into directory.person (network, id, key, given_name, family_name) values (platform.network(), ?, ?, ?, ?)")
                .params(id, id.toString(), given, family)
                .update());
        stage.ask(it -> it.sql("""
                        insert into directory.mandate (network, person, organisation, kind, valid_from, valid_to)
                        values (platform.network(), :person, :organisation, 'REPRESENTS', cast(:from as date), cast(:to as date))
                        """)
                .param("person", id)
                .param("organisation", organisation)
                .param("from", from)
                .param("to", to)
                .update());
        return id;
    }

    private UUID group(String key, String name, UUID organisation) {
        var id = UUID.randomUUID();
        stage.ask(it -> it.sql(
                        "insert into directory.actor_group (network, id, key, name_de, name_en) values (platform.network(), ?, ?, ?, ?)")
                .params(id, key, name, name)
                .update());
        stage.ask(it -> it.sql(
                        "insert into directory.organisation_group (network, organisation, actor_group) values (platform.network(), ?, ?)")
                .params(organisation, id)
                .update());
        return id;
    }

    private void note(UUID organisation, String on, @Nullable NextStep next) {
        touchpoints.note(
                new TouchpointEntry(organisation, null, ContactKind.CALL, LocalDate.parse(on), "Termin", 10),
                next,
                List.of(),
                TODAY);
    }

    private void office(Runnable work) {
        Scope.of(stage.network(), stage.officeAccount()).run(work);
    }

    private <R> R asOffice(java.util.function.Supplier<R> question) {
        return Scope.of(stage.network(), stage.officeAccount()).<R, RuntimeException>call(question::get);
    }

    private <R> R db(java.util.function.Function<JdbcClient, R> question) {
        return stage.as(stage.officeAccount(), question);
    }

    private int count(String table, AccountId who) {
        return stage.as(
                who,
                it -> it.sql("select count(*) from journal." + table)
                        .query(Integer.class)
                        .single());
    }

    private MockHttpServletRequestBuilder write(String path) {
        return post(stage.path(path)).with(stage.office()).with(csrf());
    }
}
