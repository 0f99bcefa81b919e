package org.wirknetz.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.Rows.Cells;
import org.wirknetz.newsletter.AddressHash;

/// Newsletters of one demo network with their readers, and two circulars: the first has reached six of eight
/// within a week (domain.md, M12), the second is on its way.
record NewsletterRows(Rows rows, DirectoryIds ids) {

    void write() {
        rows.into(
                "newsletter.setting",
                List.of(rows.network()),
                it -> new Cells()
                        .with("id", ids.row("newsletter-setting"))
                        .with("imprint", it.name() + "\nMarkt 1, 00123 Lindenfurt\nTelefon 030 23125-000")
                        .with("version", 1));
        var lists = file("newsletter-lists");
        rows.into(
                "newsletter.list",
                lists,
                it -> new Cells()
                        .with("id", list(it.text("key")))
                        .with("name", it.text("name"))
                        .with("about", it.text("about"))
                        .with("open", it.yes("open"))
                        .with("every_days", it.empty("every") ? null : it.whole("every"))
                        .with("version", 1)
                        .with("created_at", LocalDate.of(2024, 1, 1)));
        readers(lists);
        issues();
        circulars();
    }

    private record Reader(Row list, int number) {
        String address() {
            return "leserin%02d@%s.example".formatted(number, list.text("key"));
        }
    }

    private void readers(List<Row> lists) {
        var form = ids.row("newsletter-form");
        rows.into(
                "newsletter.form",
                lists.subList(0, 1),
                it -> new Cells()
                        .with("id", form)
                        .with("number", 1)
                        .with(
                                "words",
                                "Ich möchte die gewählten Newsletter per Mail bekommen. Meine Einwilligung kann ich jederzeit"
                                        + " mit einem Klick in jeder Mail widerrufen.")
                        .with("created_at", LocalDate.of(2024, 1, 1)));
        rows.into(
                "newsletter.subscription",
                lists.stream()
                        .flatMap(list ->
                                IntStream.rangeClosed(1, list.whole("readers")).mapToObj(n -> new Reader(list, n)))
                        .toList(),
                it -> new Cells()
                        .with("id", ids.row("reader/" + it.address()))
                        .with("list", list(it.list().text("key")))
                        .with("address", it.address())
                        .with(
                                "address_hash",
                                "\\x"
                                        + HexFormat.of()
                                                .formatHex(AddressHash.of(it.address())
                                                        .bytes()))
                        .with("locale", "de")
                        .with("source", "FORM")
                        .with("form", form)
                        .with("requested_at", LocalDate.of(2024, 2, 1).plusDays(11L * it.number()))
                        .with("confirmed_at", LocalDate.of(2024, 2, 1).plusDays(11L * it.number())));
    }

    private void issues() {
        rows.into(
                "newsletter.issue",
                file("newsletters"),
                it -> new Cells()
                        .with("id", issue(it.text("key")))
                        .with("list", list(it.text("list")))
                        .with("subject", it.text("subject"))
                        .with("lead", it.text("lead"))
                        .with("state", it.empty("on") ? "DRAFT" : "SENT")
                        .with("archive", "PUBLIC")
                        .with("sent_at", it.empty("on") ? null : it.text("on") + "T09:00:00+01:00")
                        .with("recipients", it.empty("on") ? null : readersOn(it.day("on")))
                        .with("version", 1)
                        .with("created_at", it.empty("on") ? "2026-11-16" : it.text("on")));
        rows.into(
                "newsletter.item",
                file("newsletter-items"),
                it -> new Cells()
                        .with("id", ids.row("item/" + it.text("heading")))
                        .with("issue", it.empty("newsletter") ? null : issue(it.text("newsletter")))
                        .with("organisation", ids.organisation(it.text("organisation")))
                        .with("heading", it.text("heading"))
                        .with("body", it.text("body"))
                        .with("state", it.empty("newsletter") ? "OFFERED" : "TAKEN")
                        .with("position", 0)
                        .with("offered_on", it.day("on"))
                        .with("version", 1)
                        .with("created_at", it.day("on")));
    }

    /// One more every eleven days since February 2024, see [#readers].
    private static int readersOn(LocalDate day) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(LocalDate.of(2024, 2, 1), day) / 11, 1, 34);
    }

    /// @param days after how many days it said "read"; null while it has not
    private record Target(
            Row circular, String organisation, @Nullable Integer days) {}

    private void circulars() {
        var circulars = file("circulars");
        rows.into(
                "newsletter.circular",
                circulars,
                it -> new Cells()
                        .with("id", ids.row("circular/" + it.text("key")))
                        .with("topic", it.text("topic"))
                        .with("subject", it.text("subject"))
                        .with("body", it.text("body"))
                        .with("state", "SENT")
                        .with("within_days", it.whole("days"))
                        .with("sent_at", it.text("on") + "T09:00:00+01:00")
                        .with("version", 1)
                        .with("created_at", it.day("on")));
        rows.into(
                "newsletter.target",
                circulars.stream()
                        .flatMap(it -> it.list("targets").stream().map(target -> target(it, target)))
                        .toList(),
                it -> new Cells()
                        .with("id", ids.row("target/" + it.circular().text("key") + "/" + it.organisation()))
                        .with("circular", ids.row("circular/" + it.circular().text("key")))
                        .with("organisation", ids.organisation(it.organisation()))
                        .with(
                                "acknowledged_at",
                                it.days() == null
                                        ? null
                                        : it.circular().day("on").plusDays(it.days()) + "T10:00:00+01:00"));
    }

    private static Target target(Row circular, String written) {
        var parts = written.split(":", 2);
        return new Target(circular, parts[0], parts[1].isEmpty() ? null : Integer.valueOf(parts[1]));
    }

    private List<Row> file(String name) {
        return DataFile.rows(rows.network().slug() + "/" + name + ".csv");
    }

    private UUID list(String key) {
        return ids.row("mailing-list/" + key);
    }

    private UUID issue(String key) {
        return ids.row("newsletter/" + key);
    }
}
