package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.platform.DatabaseAddress;
import org.wirknetz.platform.Refused;

/// The archive of a network carries every table of every room, and comes back from it the same.
@RoomTest
class WholeArchiveTests {

    /// What belongs to this installation, to single accounts or to nobody (see the archive's own list).
    private static final Set<String> STAYS = Set.of(
            "agreements.preference",
            "agreements.reminder",
            "api.answer",
            "directory.organisation_line", // lines of lists and sums follow from the rows
            "directory.person_line",
            "directory.saved_view",
            "equality.answered", // counts are promised to stay; what was published goes with what it was asked by
            "equality.count",
            "equality.declaration",
            "equality.part",
            "equality.preference",
            "equality.reminder",
            "equality.slip",
            "equality.verdict",
            "networkcheck.frozen_map", // copies and views for those who were here
            "networkcheck.map_view",
            "networkcheck.neutrality_summary", // what was published here, for readers of here
            "exchange.pair_sum",
            "journal.private_note",
            "meetings.answer_link",
            "meetings.feed",
            "meetings.slip",
            "meetings.stray_reply",
            "networkcheck.layout",
            "newsletter.dispatch",
            "rounds.guest_door",
            "rounds.took_part",
            "surveys.choice", // whom this installation asked, by its own key, and what came of it
            "surveys.door",
            "surveys.figure",
            "surveys.invited",
            "surveys.merged",
            "surveys.question",
            "surveys.spoke",
            "surveys.tally",
            "surveys.teller",
            "surveys.ticket",
            "surveys.tie",
            "surveys.told",
            "surveys.wave",
            "tasks.preference",
            "tasks.reminder",
            "transfer.import_file",
            "transfer.import_run");

    /// One row in each table of groups, tasks, meetings, rounds, newsletters, the journal and what is
    /// published on equality.
    private static final String ROWS = """
            insert into directory.organisation (network, id, key, name) values
                   (platform.network(), :one, 'vhs', 'Volkshochschule'), (platform.network(), :two, 'hwk', 'Handwerkskammer');
            insert into directory.person (network, id, key, given_name, family_name) values
                   (platform.network(), :olga, 'olga', 'Olga', 'Petrenko');
            insert into groups.body (network, id, name, kind, founded_on) values
                   (platform.network(), :group, 'Lenkungskreis', 'STEERING', '2025-01-01');
            insert into groups.member (network, group_id, organisation, votes, since) values
                   (platform.network(), :group, :one, true, '2025-01-01');
            insert into meetings.venue (network, id, name) values (platform.network(), :venue, 'Altes Rathaus');
            insert into meetings.series (network, id, title, kind, rhythm, every, first_on, last_on, begins_at, minutes) values
                   (platform.network(), :series, 'Reihe', 'GROUP', 'WEEKS', 4, '2026-01-01', '2026-12-31', '09:00', 90);
            insert into meetings.series_host (network, series, position, organisation) values (platform.network(), :series, 0, :one);
            insert into meetings.series_topic (network, series, position, title) values (platform.network(), :series, 0, 'Thema');
            insert into meetings.meeting (network, id, title, kind, group_id, series, planned_at, starts_at, ends_at, venue, state, told)
                   values (platform.network(), :meeting, 'Treffen', 'GROUP', :group, :series, '2026-11-20T08:00Z', '2026-11-20T08:00Z',
                   '2026-11-20T10:00Z', :venue, 'INVITED', '{"title": "Treffen"}');
            insert into meetings.agenda_item (network, id, meeting, position, title, kind) values
                   (platform.network(), :item, :meeting, 0, 'Punkt', 'DECISION');
            insert into meetings.document (network, id, meeting, name, media_type, size, sha256, uploaded_at) values
                   (platform.network(), :paper, :meeting, 'a.txt', 'text/plain', 3, encode(sha256('abc'), 'hex'), now());
            insert into meetings.document_part (network, meeting, document, position, content) values
                   (platform.network(), :meeting, :paper, 0, 'abc');
            insert into meetings.invitation (network, id, meeting, person, organisation, name, email) values
                   (platform.network(), :least, :meeting, :olga, :one, 'Olga Petrenko', 'olga@vhs.example'),
                   (platform.network(), :most, :meeting, null, null, 'Gast', 'gast@extern.example');
            insert into meetings.seat (network, meeting, invitation, table_number) values (platform.network(), :meeting, :least, 1);
            insert into meetings.kept_apart (network, meeting, one, other) values (platform.network(), :meeting, :least, :most);
            insert into meetings.dispatch (network, meeting, kind, sequence, recipients, sent_at) values
                   (platform.network(), :meeting, 'INVITED', 0, 2, now());
            insert into meetings.attendance (network, meeting, organisation, person, name, presence) values
                   (platform.network(), :meeting, :one, :olga, 'Olga Petrenko', 'PRESENT');
            insert into meetings.proxy (network, meeting, giver, holder) values (platform.network(), :meeting, :two, :one);
            insert into meetings.ballot (network, id, meeting, agenda_item, question, secret, state, yes, no, abstained, recused,
                   entitled, quorate, accepted, slips_sha256) values
                   (platform.network(), :ballot, :meeting, :item, 'Ja?', true, 'CLOSED', 2, 0, 0, 0, 2, true, true, repeat('ab', 32));
            insert into meetings.ballot_voter (network, meeting, ballot, organisation, name, voted) values
                   (platform.network(), :meeting, :ballot, :one, 'Volkshochschule', true);
            insert into meetings.minutes (network, meeting, state, taker, sealed, sha256) values
                   (platform.network(), :meeting, 'APPROVED', 'Aylin Demir', 'Alles', encode(sha256('Alles'), 'hex'));
            insert into meetings.minute_part (network, id, meeting, agenda_item, body) values
                   (platform.network(), :words, :meeting, :item, 'Beschluss: Ja');
            insert into meetings.minute_second (network, meeting, part, body, written_by, written_at) values
                   (platform.network(), :meeting, :words, 'Oder so', 'Jonas Weber', now());
            insert into meetings.minute_outcome (network, meeting, part, kind, line, record) values
                   (platform.network(), :meeting, :words, 'DECISION', 'Beschluss: Ja', :decision);
            insert into meetings.amendment (network, meeting, organisation, name, body, written_at) values
                   (platform.network(), :meeting, :one, 'Olga Petrenko', 'Anders', now());
            insert into tasks.decision (network, id, number, title, group_id, meeting_id, decided_on) values
                   (platform.network(), :decision, 1, 'Ja', :group, :meeting, '2026-11-20');
            insert into tasks.concession (network, decision, organisation, about) values (platform.network(), :decision, :two, 'Den Raum');
            insert into tasks.task (network, id, title, given_on, decision_id) values
                   (platform.network(), :task, 'Machen', '2026-11-20', :decision);
            insert into tasks.step (network, task, kind, noted_on) values (platform.network(), :task, 'CARRIED', '2026-11-21');
            insert into rounds.round (network, id, title, kind, anonymous, dots, opened_on) values
                   (platform.network(), :round, 'Runde', 'OPEN', false, 3, '2026-11-20');
            insert into rounds.question (network, id, round, position, wording) values
                   (platform.network(), :question, :round, 1, 'Was fehlt?');
            insert into rounds.cluster (network, id, question, name) values (platform.network(), :cluster, :question, 'Räume');
            insert into rounds.card (network, question, cluster, body, organisation) values
                   (platform.network(), :question, :cluster, 'Ein Raum', :one);
            insert into rounds.dot (network, round, cluster) values (platform.network(), :round, :cluster);
            insert into rounds.outcome (network, round, cluster, kind, target, title, made_on) values
                   (platform.network(), :round, :cluster, 'TASK', :task, 'Machen', '2026-11-21');
            insert into newsletter.setting (network, imprint) values (platform.network(), 'Markt 1');
            insert into newsletter.list (network, id, name, about) values (platform.network(), :list, 'Netzbrief', 'Neues');
            insert into newsletter.form (network, id, number, words) values (platform.network(), :form, 1, 'Ich möchte');
            insert into newsletter.subscription (network, list, address, address_hash, locale, source, form, requested_at, confirmed_at)
                   values (platform.network(), :list, 'leser@extern.example', sha256('leser'), 'de', 'FORM', :form, now(), now());
            insert into newsletter.suppressed (network, list, address_hash, since) values
                   (platform.network(), :list, sha256('weg'), now());
            insert into newsletter.issue (network, id, list, subject, state, sent_at, recipients) values
                   (platform.network(), :issue, :list, 'Herbst', 'SENT', now(), 1);
            insert into newsletter.item (network, issue, organisation, heading, body, state, offered_on) values
                   (platform.network(), :issue, :one, 'Kurse', 'Neue Kurse', 'TAKEN', '2026-11-01');
            insert into newsletter.circular (network, id, topic, subject, body, state, sent_at) values
                   (platform.network(), :circular, 'Geld', 'Frist', 'Bis Freitag', 'SENT', now());
            insert into newsletter.target (network, circular, organisation, person) values
                   (platform.network(), :circular, :one, :olga);
            insert into journal.touchpoint (network, id, organisation, person, kind, held_on, topic) values
                   (platform.network(), :touch, :one, :olga, 'CALL', '2026-11-20', 'Räume');
            insert into journal.follow_up (network, organisation, touchpoint, what, due_on) values
                   (platform.network(), :one, :touch, 'Anrufen', '2026-12-01');
            insert into journal.rhythm (network, organisation, days) values (platform.network(), :one, 90);
            insert into equality.setting (network, individual_since) values (platform.network(), null);
            insert into equality.step (network, kind, title) values (platform.network(), 'EVENT', 'Fachtag');
            insert into equality.topic (network, id, title, since) values (platform.network(), :topic, 'Chancen', '2026-01-01');
            insert into directory.mandate (network, id, person, organisation, kind, function) values
                   (platform.network(), :named, :olga, :one, 'RESPONSIBLE', 'Chancen');
            insert into equality.responsibility (network, topic, mandate) values (platform.network(), :topic, :named);
            insert into equality.criterion (network, id, title, since) values (platform.network(), :criterion, 'Sprache', '2026-01-01');
            insert into equality.rating (network, criterion, level, rated_on) values (platform.network(), :criterion, 2, '2026-02-01');
            insert into equality.evidence (network, criterion, title, address, evidence_on) values
                   (platform.network(), :criterion, 'Leitfaden', 'https://leitfaden.example', '2026-02-01');
            insert into equality.relevant_partner (network, organisation, relevant, since) values (platform.network(), :one, true, '2026-02-01');
            insert into equality.check_answer (network, template, question, answer, answered_on) values
                   (platform.network(), 'ARBEIT-1', 'TIMES', 'NO', '2026-02-01');
            insert into equality.finding (network, template, question, opened_on) values
                   (platform.network(), 'ARBEIT-1', 'TIMES', '2026-02-01');
            insert into equality.target_group (network, id, title) values (platform.network(), :group, 'Schichtarbeitende');
            insert into equality.instrument (network, id, kind, title, organisation, person) values
                   (platform.network(), :instrument, 'MODULE', 'Lager', :one, :olga);
            insert into equality.adaptation (network, id, instrument, target_group, edition, note, organisation, adapted_on) values
                   (platform.network(), :adapted, :instrument, :group, '2.1', 'Einfacher', :one, '2026-03-01');
            insert into equality.review (network, instrument, adaptation, since, task) values
                   (platform.network(), :instrument, :adapted, '2026-03-01', :adapted);
            insert into equality.target_group (network, id, title) values (platform.network(), :other, 'Nachtarbeitende');
            insert into equality.exemption (network, instrument, target_group, reason) values (platform.network(), :instrument, :other, 'Kommt nicht vor');
            insert into equality.sensitisation (network, id, kind, title, held_on) values
                   (platform.network(), :training, 'TRAINING', 'Schulung', '2026-03-01');
            insert into equality.participation (network, sensitisation, organisation) values (platform.network(), :training, :one);
            insert into equality.collection (network, id, definition, subject, mode, year, quarter, closed_on) values
                   (platform.network(), :counted, 'GESCHLECHT-1', 'BODIES', 'INDIVIDUAL', 2026, 2, '2026-07-01'),
                   (platform.network(), :hushed, 'GESCHLECHT-1', 'BODIES', 'COUNTS', 2026, 3, '2026-10-01');
            insert into equality.line (network, collection, position, name, measure) values
                   (platform.network(), :counted, 1, 'Beirat', 'PERSONS'), (platform.network(), :hushed, 1, 'Verschwiegen', 'PERSONS');
            insert into equality.release (network, id, collection, definition, subject, mode, reporting_on, published_on, detailed) values
                   (platform.network(), :shown, :counted, 'GESCHLECHT-1', 'BODIES', 'INDIVIDUAL', '2026-06-30', '2026-07-02', false);
            insert into equality.cell (network, release, position, name, measure, place, number) values
                   (platform.network(), :shown, 1, 'Beirat', 'PERSONS', 'total', 14), (platform.network(), :shown, 1, 'Beirat', 'PERSONS', 'FOCUS', null)
            """;

    @Autowired
    Archive archive;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient db;

    @Autowired
    DatabaseAddress address;

    /// Seen failing: words beside a part of the minutes lost the name of who wrote them, and with it the
    /// whole archive its way back.
    @Test
    void every_table_goes_out_and_comes_back_as_it_was() throws Exception {
        var stage = filled();
        var written = written(stage);
        var first = rows(written);
        assertThat(first.keySet()).containsExactlyInAnyOrderElementsOf(expected());
        for (var room : Set.of("groups", "tasks", "meetings", "rounds", "newsletter", "journal", "equality"))
            assertThat(first.keySet().stream().filter(it -> it.startsWith(room + ".")))
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(first.get(table)).as(table).isNotEmpty());
        var other = cast.network();
        other.inside(() -> unchecked(() ->
                assertThat(archive.tried(new ByteArrayInputStream(written))).isPositive()));
        assertThat(other.<Integer>ask(db -> db.sql("select count(*) from directory.organisation")
                        .query(Integer.class)
                        .single()))
                .as("a trial stores nothing")
                .isZero();
        other.inside(() -> unchecked(() -> archive.read(new ByteArrayInputStream(written))));
        assertThat(rows(written(other))).isEqualTo(first);
        assertThat(first.get("equality.line")).contains("Beirat").doesNotContain("Verschwiegen");
        assertThat(other.<Boolean>ask(db -> db.sql("select restored from equality.release")
                        .query(Boolean.class)
                        .single()))
                .as("the counts behind it stayed")
                .isTrue();
    }

    @Test
    void a_paper_that_was_changed_on_its_way_is_refused() throws Exception {
        var changed = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(written(filled())));
                var to = new ZipOutputStream(changed)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.write((entry.getName().contains("meetings.document_part") ? text.replace("616263", "616264") : text)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        var other = cast.network();
        assertThatThrownBy(() -> other.inside(
                        () -> unchecked(() -> archive.read(new ByteArrayInputStream(changed.toByteArray())))))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo("transfer.archive.fingerprint"));
    }

    private Cast.Stage filled() {
        var stage = cast.network();
        var names = new TreeMap<String, UUID>();
        Pattern.compile("(?<!:):([a-z]+)")
                .matcher(ROWS)
                .results()
                .forEach(it -> names.put(it.group(1), UUID.randomUUID()));
        names.put("least", UUID.fromString("00000000-0000-4000-8000-" + tail()));
        names.put("most", UUID.fromString("ffffffff-0000-4000-8000-" + tail()));
        stage.inside(() -> {
            for (var insert : ROWS.split(";\n")) db.sql(insert).params(names).update();
        });
        return stage;
    }

    private static String tail() {
        return UUID.randomUUID().toString().substring(24);
    }

    private Set<String> expected() throws SQLException {
        var tables = new TreeSet<String>();
        try (var owner = DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
                var asking = owner.createStatement();
                var answer = asking.executeQuery("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attname = 'network' and not a.attisdropped
                         where c.relkind = 'r' and n.nspname not in ('platform', 'access', 'public') order by 1
                        """)) {
            while (answer.next()) tables.add(answer.getString(1));
        }
        tables.removeAll(STAYS);
        return tables;
    }

    private byte[] written(Cast.Stage stage) {
        var out = new ByteArrayOutputStream();
        stage.inside(() -> unchecked(() -> archive.write(out)));
        return out.toByteArray();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> rows(byte[] archive) throws IOException {
        var rows = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("rows/")) continue;
                var table = entry.getName().replaceAll("^rows/|\\.ndjson$", "");
                rows.put(table, new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return rows;
    }
}
