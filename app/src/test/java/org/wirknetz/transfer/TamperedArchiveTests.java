package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;
import org.wirknetz.access.Role;
import org.wirknetz.platform.Refused;

/// An archive that somebody wrote into before it is read elsewhere.
@RoomTest
class TamperedArchiveTests {

    private static final String TEXT = "Die Werkstatt steht donnerstags offen.";

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    private Cast.Stage there;
    private UUID agreement;

    @BeforeEach
    void a_signed_agreement_with_its_scan() {
        there = cast.network();
        agreement = UUID.randomUUID();
        var parties = List.of(there.organisation("Handwerkskammer"), there.organisation("Metallbau Yıldız GmbH"));
        var wording = UUID.randomUUID();
        var scan = UUID.randomUUID();
        there.inside(() -> {
            write(
                    "insert into agreements.agreement (network, id, title) values (platform.network(), ?, 'Werkstatt')",
                    agreement);
            write(
                    "insert into agreements.wording (network, id, agreement, number, body, sealed, sha256, written_at)"
                            + " values (platform.network(), ?, ?, 1, ?, ?, ?, now())",
                    wording,
                    agreement,
                    TEXT,
                    TEXT,
                    fingerprint(TEXT));
            write(
                    "insert into agreements.document (network, id, agreement, kind, name, media_type, size, sha256, uploaded_at)"
                            + " values (platform.network(), ?, ?, 'SCAN', 'scan.pdf', 'application/pdf', 4, ?, now())",
                    scan,
                    agreement,
                    fingerprint("scan"));
            write(
                    "insert into agreements.document_part (network, agreement, document, position, content)"
                            + " values (platform.network(), ?, ?, 0, convert_to('scan', 'UTF8'))",
                    agreement,
                    scan);
            for (var organisation : parties) {
                var party = UUID.randomUUID();
                write(
                        "insert into agreements.party (network, id, agreement, organisation) values (platform.network(), ?, ?, ?)",
                        party,
                        agreement,
                        organisation);
                write(
                        "insert into agreements.signature (network, agreement, wording, party, name, kind, signed_on, account, sha256,"
                                + " entered_at) values (platform.network(), ?, ?, ?, 'Jonas Weber', 'SIMPLE', current_date, ?, ?, now())",
                        agreement,
                        wording,
                        party,
                        there.officeAccount().value(),
                        fingerprint(TEXT));
            }
        });
    }

    @Test
    void a_text_beneath_its_signatures_is_not_another_one() {
        refused(row -> row.replace("donnerstags", "niemals"));
    }

    @Test
    void a_text_with_a_fingerprint_of_its_own_does_not_take_the_signatures_along() {
        var other = TEXT.replace("donnerstags", "niemals");
        refused(row -> row.contains("\"sealed\"")
                ? row.replace(TEXT, other).replace(fingerprint(TEXT), fingerprint(other))
                : row);
    }

    @Test
    void a_scan_is_not_another_file() {
        refused(row -> row.replace(hex("scan"), hex("scam")));
    }

    @Test
    void nobody_here_is_named_as_the_account_that_signed() {
        var somebody = cast.network().sits("Aylin Demir", Role.OFFICE, null);
        var here = cast.network();
        var named = there.officeAccount().value().toString();
        here.inside(
                () -> read(rewritten(row -> row.replace(named, somebody.value().toString()))));
        int nobodys = here.ask(db -> db.sql("select count(*) from agreements.signature where account is null")
                .query(Integer.class)
                .single());
        assertThat(nobodys).isEqualTo(2);
    }

    /// Nobody there has vouched for its numbers, so the office reads it again before those outside do.
    @Test
    void a_released_report_comes_back_unreleased() {
        there.inside(
                () -> write("insert into reports.report (network, half_year, as_of, frozen_on, released_on, content)"
                        + " values (platform.network(), '2026-1', '2026-06-30', '2026-07-01', '2026-07-02', '{}')"));
        var here = cast.network();
        here.inside(() -> read(rewritten(row -> row.replace("2026-07-02", "2026-07-03"))));
        int unreleased = here.ask(db -> db.sql("select count(*) from reports.report where released_on is null")
                .query(Integer.class)
                .single());
        assertThat(unreleased).isOne();
    }

    @Test
    void what_calls_were_answered_stays_behind() {
        there.inside(() -> write(
                "insert into api.answer (network, account, key, request, location, body)"
                        + " values (platform.network(), ?, 'k', 'r', '/', '{}')",
                there.officeAccount().value()));
        assertThat(entries(written())).noneMatch(it -> it.contains("api.answer"));
    }

    private void refused(UnaryOperator<String> tampering) {
        var here = cast.network();
        assertThatThrownBy(() -> here.inside(() -> read(rewritten(tampering))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("transfer.archive.fingerprint");
        int stored = here.ask(db -> db.sql("select count(*) from agreements.agreement")
                .query(Integer.class)
                .single());
        assertThat(stored).isZero();
    }

    private void write(String sql, Object... values) {
        there.ask(db -> db.sql(sql).params(values).update());
    }

    private void read(byte[] file) {
        try {
            archive.read(new ByteArrayInputStream(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] written() {
        var out = new ByteArrayOutputStream();
        there.inside(() -> {
            try {
                archive.write(out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return out.toByteArray();
    }

    private byte[] rewritten(UnaryOperator<String> tampering) {
        var out = new ByteArrayOutputStream();
        var file = written();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(tampering
                        .apply(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<String> entries(byte[] file) {
        var names = new java.util.ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) names.add(entry.getName());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return names;
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
