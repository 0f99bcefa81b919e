package org.wirknetz.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirknetz.agreements.Desks.MONDAY;
import static org.wirknetz.agreements.Desks.terms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Changes;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

@RoomTest
@RecordApplicationEvents
class SignaturesTests {

    private static final byte[] SCAN = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    Cast cast;

    @Autowired
    Agreements agreements;

    @Autowired
    Signatures signatures;

    @Autowired
    Documents documents;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents events;

    private Desks desks;
    private AgreementId id;

    @BeforeEach
    void offer_a_text() {
        desks = new Desks(cast);
        person("Jonas", desks.handwerkskammer, null, null);
        person("Olga", desks.volkshochschule, null, null);
        id = desks.office.call(() -> agreements.draft(terms("Anerkennung"), desks.both()));
        desks.office.run(() -> agreements.offer(id, 1));
    }

    @Test
    void it_is_concluded_when_the_last_party_signs_and_the_network_hears_of_it() {
        assertThat(sign(desks.chamber, desks.handwerkskammer, "Jonas")).isFalse();
        assertThat(concludedOn()).isNull();
        assertThat(sign(desks.school, desks.volkshochschule, "Olga")).isTrue();
        assertThat(concludedOn()).isEqualTo(MONDAY);
        assertThat(events.stream(AgreementConcluded.class)
                        .filter(it -> it.agreement().equals(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.parties()).containsExactlyInAnyOrderElementsOf(desks.both()));
        assertThat(desks.office.<List<String>, RuntimeException>call(() -> db.sql(
                                "select sha256 || ' ' || name || ' ' || (account is not null) from agreements.signature where agreement = ? order by name")
                        .param(id.value())
                        .query(String.class)
                        .list()))
                .containsExactly(fingerprint() + " Jonas Cast true", fingerprint() + " Olga Cast true");
    }

    @Test
    void nobody_signs_without_a_mandate_on_that_day() {
        refused("agreements.sign.no-mandate", () -> sign(desks.school, desks.volkshochschule, "Jonas"));
        refused("agreements.sign.no-mandate", () -> sign(desks.school, desks.volkshochschule, "Niemand"));
        var past = person("Emre", desks.volkshochschule, LocalDate.of(2020, 1, 1), MONDAY);
        refused("agreements.sign.no-mandate", () -> sign(desks.school, desks.volkshochschule, "Emre"));
        desks.school.run(() -> signatures.enterPaper(
                id, organisation(desks.volkshochschule), past, MONDAY.minusDays(1), scan(), fingerprint()));
        refused("agreements.sign.not-a-party", () -> sign(desks.office, desks.jobcenter, "Jonas"));
    }

    @Test
    void one_party_signs_once() {
        sign(desks.chamber, desks.handwerkskammer, "Jonas");
        refused("agreements.sign.signed-already", () -> sign(desks.chamber, desks.handwerkskammer, "Jonas"));
    }

    @Test
    void two_signing_at_the_same_moment_both_count_and_one_concludes() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> both = List.of(
                    () -> sign(desks.chamber, desks.handwerkskammer, "Jonas"),
                    () -> sign(desks.school, desks.volkshochschule, "Olga"));
            var concluded =
                    pool.invokeAll(both).stream().map(it -> it.resultNow()).toList();
            assertThat(concluded).containsExactlyInAnyOrder(true, false);
        }
        assertThat(concludedOn()).isEqualTo(MONDAY);
    }

    /// Either the signature holds under the text that was read, or the one who signs is told that it changed; never a
    /// signature under a text nobody saw.
    @Test
    void signing_while_another_changes_the_text_is_counted_or_told() throws Exception {
        var shown = fingerprint();
        int version = version();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Object>> both = List.of(
                    () -> desks.chamber.<Boolean, RuntimeException>call(
                            () -> signatures.sign(id, organisation(desks.handwerkskammer), mail("Jonas"), shown)),
                    () -> desks.school.<Integer, RuntimeException>call(() -> agreements.revise(
                            id, version, terms("Anerkennung", Circle.PARTIES, "Anders."), desks.both())));
            var done = pool.invokeAll(both);
            var told = done.stream()
                    .filter(it -> it.state() == Future.State.FAILED)
                    .map(it -> ((Refused) it.exceptionNow()).key())
                    .toList();
            assertThat(told)
                    .isSubsetOf(
                            "agreements.sign.not-offered", "agreements.sign.text-changed", "platform.changed-meanwhile")
                    .hasSizeLessThan(2);
        }
        assertThat(desks.office.<Integer, RuntimeException>call(
                        () -> db.sql("""
                                select count(*) from agreements.signature s join agreements.wording w on w.id = s.wording
                                 where w.sha256 <> s.sha256 or s.sha256 <> ?
                                """).param(shown).query(Integer.class).single()))
                .isZero();
    }

    @Test
    void the_same_drafted_twice_at_one_moment_is_there_once_and_one_is_told() throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<AgreementId>> both = List.of(
                    () -> desks.chamber.<AgreementId, RuntimeException>call(
                            () -> agreements.draft(terms("Prüfungsraum"), desks.both())),
                    () -> desks.school.<AgreementId, RuntimeException>call(
                            () -> agreements.draft(terms("Prüfungsraum"), desks.both())));
            var done = pool.invokeAll(both);
            assertThat(done.stream()
                            .filter(it -> it.state() == Future.State.FAILED)
                            .map(it -> ((Refused) it.exceptionNow()).key())
                            .toList())
                    .containsExactly("agreements.overlap");
        }
    }

    @Test
    void a_change_after_the_first_signature_is_a_new_version_and_drops_it() {
        sign(desks.chamber, desks.handwerkskammer, "Jonas");
        var old = fingerprint();
        int version = version();
        int dropped = desks.school.<Integer, RuntimeException>call(
                () -> agreements.revise(id, version, terms("Anerkennung", Circle.PARTIES, "Anders."), desks.both()));
        assertThat(dropped).isOne();
        refused("agreements.sign.not-offered", () -> sign(desks.school, desks.volkshochschule, "Olga"));
        int later = version();
        desks.office.run(() -> agreements.offer(id, later));
        refused(
                "agreements.sign.text-changed",
                () -> desks.chamber.<Boolean, RuntimeException>call(
                        () -> signatures.sign(id, organisation(desks.handwerkskammer), mail("Jonas"), old)));
        sign(desks.chamber, desks.handwerkskammer, "Jonas");
        assertThat(concludedOn()).isNull();
    }

    @Test
    void what_is_concluded_is_not_changed_discarded_or_signed_again() {
        conclude();
        refused("agreements.fixed", () -> agreements.revise(id, version(), terms("Neu"), desks.both()));
        refused("agreements.discard.late", () -> agreements.discard(id));
        refused("agreements.fixed", () -> sign(desks.chamber, desks.handwerkskammer, "Jonas"));
    }

    @Test
    void a_signature_is_never_taken_back() {
        var scope = Scope.of(desks.stage.network(), desks.stage.officeAccount());
        scope.run(() -> signatures.enterPaper(
                id, organisation(desks.handwerkskammer), found("Jonas"), MONDAY, scan(), fingerprint()));
        assertThatThrownBy(() -> scope.run(() -> changes.undo(scope.lastChange().orElseThrow())))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo("platform.undo.refused"));
        assertThatThrownBy(() -> scope.run(
                        () -> db.sql("delete from agreements.signature").update()))
                .rootCause()
                .hasMessageContaining("is never changed");
    }

    @Test
    void a_concluded_one_ends_with_a_reason_and_is_renewed_for_the_time_after() {
        conclude();
        refused("agreements.end.reason-missing", () -> agreements.end(id, MONDAY.plusMonths(3), " "));
        refused("agreements.end.after-term", () -> agreements.end(id, MONDAY.plusYears(2), "Zu spät"));
        refused("agreements.end.before-conclusion", () -> agreements.end(id, MONDAY.minusDays(1), "Zu früh"));
        var next = desks.office.<AgreementId, RuntimeException>call(() -> agreements.renew(id));
        assertThat(desks.office.<Terms, RuntimeException>call(
                        () -> agreements.read(next).terms()))
                .satisfies(it -> {
                    assertThat(it.from()).isEqualTo(MONDAY.plusYears(1));
                    assertThat(it.to()).isEqualTo(MONDAY.plusYears(2));
                });
        desks.office.run(() -> agreements.end(id, MONDAY.plusMonths(3), "Kein Bedarf"));
        assertThat(events.stream(AgreementEnded.class)
                        .filter(it -> it.agreement().equals(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.on()).isEqualTo(MONDAY.plusMonths(3)));
    }

    @Test
    void a_scan_is_looked_at_and_comes_back_as_it_was() {
        for (var bad : List.of("", "MZ\u0090", "%PDF-1.7 abgeschnitten", "<html>%%EOF", "\u0089PNG\r\n\u001a\nhalb"))
            assertThatThrownBy(() -> Document.of("x.pdf", bad.getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        Document.of("x.pdf", "%PDF-1.7 /JavaScript (x) %%EOF".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo("platform.document.active"));
        assertThatThrownBy(() -> Document.of("x.pdf", new byte[Document.MOST + 1]))
                .isInstanceOf(Refused.class);
        assertThat(Document.of("../../etc/\u202epasswd", SCAN).name()).isEqualTo("passwd");
        var big = java.util.Arrays.copyOf(SCAN, 2_500_000);
        System.arraycopy("%%EOF".getBytes(StandardCharsets.ISO_8859_1), 0, big, big.length - 5, 5);
        desks.chamber.run(() -> signatures.enterPaper(
                id,
                organisation(desks.handwerkskammer),
                found("Jonas"),
                MONDAY,
                Document.of("scan.pdf", big),
                fingerprint()));
        var document = desks.school.<UUID, RuntimeException>call(() ->
                db.sql("select id from agreements.document").query(UUID.class).single());
        assertThat(desks.school.<byte[], RuntimeException>call(
                        () -> documents.read(id, document).whole()))
                .isEqualTo(big);
    }

    private void conclude() {
        sign(desks.chamber, desks.handwerkskammer, "Jonas");
        sign(desks.school, desks.volkshochschule, "Olga");
    }

    private boolean sign(Scope scope, UUID organisation, String who) {
        var shown = fingerprint();
        return scope.<Boolean, RuntimeException>call(
                () -> signatures.sign(id, organisation(organisation), mail(who), shown));
    }

    private void refused(String key, Runnable work) {
        assertThatThrownBy(() -> desks.office.run(work))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static Document scan() {
        return Document.of("scan.pdf", SCAN);
    }

    private static OrganisationId organisation(UUID id) {
        return new OrganisationId(id);
    }

    private String mail(String who) {
        return who.toLowerCase(java.util.Locale.ROOT) + "@" + desks.stage.slug() + ".example";
    }

    private PersonId found(String who) {
        return new PersonId(desks.stage.<UUID>ask(ask -> ask.sql("select id from directory.person where given_name = ?")
                .param(who)
                .query(UUID.class)
                .single()));
    }

    private PersonId person(String who, UUID organisation, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new PersonId(Desks.mandated(desks.stage, db, who, mail(who), organisation, from, to));
    }

    private @Nullable LocalDate concludedOn() {
        return desks.office
                .<java.util.Optional<LocalDate>, RuntimeException>call(() -> db.sql(
                                "select concluded_on from agreements.agreement where id = ? and concluded_on is not null")
                        .param(id.value())
                        .query(LocalDate.class)
                        .optional())
                .orElse(null);
    }

    private String fingerprint() {
        return desks.office.call(
                () -> db.sql("select sha256 from agreements.wording where agreement = ? order by number desc limit 1")
                        .param(id.value())
                        .query(String.class)
                        .single());
    }

    private int version() {
        return desks.office.<Integer, RuntimeException>call(
                () -> agreements.read(id).version());
    }
}
