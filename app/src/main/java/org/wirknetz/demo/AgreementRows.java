package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.agreements.Circle;
import org.wirknetz.agreements.CooperationForm;
import org.wirknetz.agreements.SealedText;
import org.wirknetz.agreements.Terms;
import org.wirknetz.demo.Rows.Cells;
import org.wirknetz.platform.Words;

/// The agreements of one demo network, told in full by its file `agreements.csv`.
record AgreementRows(Rows rows, DirectoryIds ids, DemoNetwork network) {

    void write() {
        var agreements = DataFile.rows(network.slug() + "/agreements.csv");
        rows.into("agreements.agreement", agreements, this::agreement);
        rows.into(
                "agreements.party",
                agreements.stream().flatMap(it -> parties(it).stream()).toList(),
                it -> it);
        rows.into("agreements.wording", agreements, this::wording);
        rows.into("agreements.obligation", DataFile.rows(network.slug() + "/obligations.csv"), this::obligation);
        rows.into(
                "agreements.competition_answer",
                agreements.stream().flatMap(it -> answers(it).stream()).toList(),
                it -> it);
        rows.into("agreements.comment", DataFile.rows(network.slug() + "/comments.csv"), this::comment);
        rows.into(
                "agreements.signature",
                agreements.stream().flatMap(it -> signatures(it).stream()).toList(),
                it -> it);
    }

    private Cells agreement(Row row) {
        return new Cells()
                .with("id", id(row))
                .with("title", row.text("title"))
                .with("form", row.text("form"))
                .with("binding", row.whole("binding"))
                .with("leadership", row.list("levels").contains("LEADERSHIP"))
                .with("professional", row.list("levels").contains("PROFESSIONAL"))
                .with("operational", row.list("levels").contains("OPERATIONAL"))
                .with("purpose", row.text("purpose"))
                .with("valid_from", row.textOrNull("from"))
                .with("valid_to", row.textOrNull("to"))
                .with("notice_months", row.whole("notice"))
                .with("visibility", row.text("visibility"))
                .with("rivals", rivals(row))
                .with("negotiated_on", row.textOrNull("negotiated"))
                .with("offered_on", row.textOrNull("offered"))
                .with("concluded_on", row.textOrNull("concluded"))
                .with("ended_on", row.textOrNull("ended"))
                .with("end_reason", row.text("reason"))
                .with("version", 1)
                .with("created_at", row.text("drafted") + "T09:00:00+01:00");
    }

    private List<Cells> parties(Row row) {
        var keys = row.list("parties");
        return IntStream.range(0, keys.size())
                .mapToObj(at -> new Cells()
                        .with("id", party(row, keys.get(at)))
                        .with("agreement", id(row))
                        .with("organisation", ids.organisation(keys.get(at)))
                        .with("position", at + 1))
                .toList();
    }

    private Cells wording(Row row) {
        var terms = terms(row);
        var sealed = sealed(row);
        return new Cells()
                .with("id", ids.row("wording/" + row.text("key")))
                .with("agreement", id(row))
                .with("number", 1)
                .with("body", terms.body())
                .with("sealed", sealed.text())
                .with("sha256", sealed.sha256())
                .with("written_at", row.text("drafted") + "T09:00:00+01:00");
    }

    /// Who divides the market has answered before signing.
    private List<Cells> answers(Row row) {
        if (!rivals(row) || row.empty("offered")) return List.of();
        return List.of("prices", "customers", "bids", "capacity", "outsiders", "benefit").stream()
                .map(question -> new Cells()
                        .with("id", ids.row("competition/" + row.text("key") + "/" + question))
                        .with("agreement", id(row))
                        .with("question", question)
                        .with("answer", question.equals("customers") ? "YES" : "NO")
                        .with("answered_at", row.text("offered") + "T10:00:00+01:00"))
                .toList();
    }

    private Cells comment(Row row) {
        return new Cells()
                .with(
                        "id",
                        ids.row("comment/" + row.text("agreement") + "/" + row.text("on") + "/"
                                + row.text("organisation")))
                .with("agreement", ids.row("agreement/" + row.text("agreement")))
                .with("version", 1)
                .with("body", row.text("body"))
                .with("concession", row.yes("concession"))
                .with("organisation", row.empty("organisation") ? null : ids.organisation(row.text("organisation")))
                .with("written_at", row.text("on") + "T14:00:00+01:00");
    }

    private Cells obligation(Row row) {
        var key = row.text("agreement") + "/" + row.text("owner");
        return new Cells()
                .with("id", ids.row("obligation/" + key + "/" + row.text("title")))
                .with("agreement", ids.row("agreement/" + row.text("agreement")))
                .with("party", ids.row("party/" + key))
                .with("title", row.text("title"))
                .with("due", row.text("due"))
                .with("done_on", row.textOrNull("done"))
                .with("evidence", row.text("evidence"))
                .with("version", 1)
                .with("created_at", "2026-01-01T09:00:00+01:00");
    }

    /// As the text of the agreement lists them.
    private List<String> duties(Row agreement) {
        return DataFile.rows(network.slug() + "/obligations.csv").stream()
                .filter(it -> it.text("agreement").equals(agreement.text("key")))
                .sorted(java.util.Comparator.comparing(it -> it.text("due")))
                .map(it -> name(it.text("owner")) + ": " + it.text("title") + " – " + SealedText.day(it.day("due")))
                .toList();
    }

    private String name(String key) {
        return network.organisations().stream()
                .filter(it -> it.key().equals(key))
                .map(DemoNetwork.Organisation::name)
                .findFirst()
                .orElseThrow();
    }

    /// What is concluded was signed by all that day; of those that are offered, the last party named has signed.
    private List<Cells> signatures(Row row) {
        var keys = row.list("parties");
        if (!row.empty("concluded")) {
            var day = row.day("concluded");
            return keys.stream().map(key -> signature(row, key, day)).toList();
        }
        if (row.empty("offered")) return List.of();
        return List.of(signature(row, keys.getLast(), row.day("offered").plusDays(2)));
    }

    private Cells signature(Row row, String organisation, LocalDate day) {
        var mandate = network.mandates().stream()
                .filter(it ->
                        it.organisation().equals(organisation) && it.term().holds(day))
                .min(java.util.Comparator.comparing(it -> !it.kind().equals("REPRESENTATIVE")))
                .orElseThrow(() -> new IllegalStateException("nobody signs for " + organisation + " on " + day));
        var person = network.people().stream()
                .filter(it -> it.key().equals(mandate.person()))
                .findFirst()
                .orElseThrow();
        return new Cells()
                .with("id", ids.row("signature/" + row.text("key") + "/" + organisation))
                .with("agreement", id(row))
                .with("wording", ids.row("wording/" + row.text("key")))
                .with("party", party(row, organisation))
                .with("person", person.id())
                .with("name", person.givenName() + " " + person.familyName())
                .with("function", mandate.function())
                .with("kind", "SIMPLE")
                .with("signed_on", day)
                .with("sha256", sealed(row).sha256())
                .with("entered_at", day + "T11:00:00+01:00");
    }

    private SealedText sealed(Row row) {
        return SealedText.of(new Words(), terms(row), names(row), duties(row));
    }

    private Terms terms(Row row) {
        return new Terms(
                row.text("title"),
                CooperationForm.valueOf(row.text("form")),
                row.whole("binding"),
                row.list("levels").contains("LEADERSHIP"),
                row.list("levels").contains("PROFESSIONAL"),
                row.list("levels").contains("OPERATIONAL"),
                row.text("purpose"),
                day(row, "from"),
                day(row, "to"),
                row.whole("notice"),
                Circle.valueOf(row.text("visibility")),
                body(row.text("binding")));
    }

    private static String body(String binding) {
        return String.join(
                "\n\n",
                DataFile.pairs("agreement-texts.csv", "binding", "paragraphs")
                        .getOrDefault(binding, "")
                        .split("\\|"));
    }

    /// Two of one actor group who divide the market, as the module itself finds out.
    private boolean rivals(Row row) {
        var groups =
                organisations(row).stream().flatMap(it -> it.groups().stream()).toList();
        return row.text("form").equals("COMPLEMENTARY")
                && groups.stream().distinct().count() < groups.size();
    }

    private List<String> names(Row row) {
        return organisations(row).stream().map(DemoNetwork.Organisation::name).toList();
    }

    private List<DemoNetwork.Organisation> organisations(Row row) {
        return row.list("parties").stream()
                .map(key -> network.organisations().stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private UUID id(Row row) {
        return ids.row("agreement/" + row.text("key"));
    }

    private UUID party(Row row, String organisation) {
        return ids.row("party/" + row.text("key") + "/" + organisation);
    }

    private static @Nullable LocalDate day(Row row, String column) {
        return row.empty(column) ? null : row.day(column);
    }
}
