package org.wirknetz.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.FundingRow;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.Place;

/// What the network's own rules demand beyond what a table may say: lengths, strengths, forms. By line and column.
final class Checks {

    private static final int MOST_FUNDING = 500;
    private static final int MOST_WEIGHT = 9_999;

    private final Findings findings;

    Checks(Findings findings) {
        this.findings = findings;
    }

    void check(NetworkTables tables) {
        for (var row : tables.organisations()) {
            length(row.at(), "name", row.name(), 200);
            length(row.at(), "area", row.area(), 200);
            length(row.at(), "email", row.contact().email(), 254);
            length(row.at(), "phone", row.contact().phone(), 60);
            length(row.at(), "street", row.contact().street(), 200);
            length(row.at(), "postcode", row.contact().postcode(), 20);
            length(row.at(), "city", row.contact().city(), 120);
            row.groups().forEach(group -> length(row.at(), "group", group, 120));
            if (!row.contact().website().isBlank() && website(row.contact().website()) == null) {
                findings.add(Finding.warning(
                        row.at().column("website"),
                        "transfer.website",
                        row.contact().website()));
            }
        }
        for (var row : tables.people()) {
            length(row.at(), "title", row.title(), 60);
            length(row.at(), "given_name", row.givenName(), 120);
            length(row.at(), "family_name", row.familyName(), 120);
            length(row.at(), "email", row.email(), 254);
            length(row.at(), "phone", row.phone(), 60);
        }
        for (var row : tables.mandates()) length(row.at(), "function", row.function(), 200);
        for (var row : tables.ties()) {
            if (row.strength() != null && !isStrength(row.strength())) {
                findings.add(Finding.error(
                        row.at().column("strength"),
                        "transfer.strength",
                        row.strength().toPlainString()));
            }
            if (!row.form().isBlank() && form(row.form()) == null) {
                findings.add(Finding.warning(row.at().column("form"), "transfer.form", row.form()));
            }
        }
        for (var row : tables.targets()) {
            length(row.at(), "group", row.group(), 120);
            within(row.at(), "minimum", BigDecimal.valueOf(row.minimum()), BigDecimal.ONE, 1_000);
            within(row.at(), "weight", row.weight(), new BigDecimal("0.01"), MOST_WEIGHT);
        }
        for (var row : tables.contributions()) {
            length(row.at(), "kind", row.kind(), 200);
            amount(row.at(), "hours", row.hours(), 100_000);
            amount(row.at(), "effort", row.effort(), 1_000);
        }
        funding(tables.funding());
        if (!tables.activities().isEmpty()) {
            findings.add(Finding.warning(
                    Place.file(tables.activities().getFirst().at().file()),
                    "transfer.only-check",
                    String.valueOf(tables.activities().size())));
        }
    }

    private void funding(List<FundingRow> rows) {
        for (var row : rows) {
            length(row.at(), "source", row.source(), 200);
            var cents = row.amount().setScale(2, RoundingMode.HALF_UP);
            if (cents.signum() <= 0 || cents.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
                findings.add(Finding.error(
                        row.at().column("amount"),
                        "transfer.funding.amount",
                        row.amount().toPlainString()));
            }
            var from = row.period().from();
            var to = row.period().to();
            if (from != null && to != null && !from.isBefore(to)) {
                findings.add(Finding.error(row.at().column("to"), "transfer.funding.no-day"));
            }
        }
        if (rows.size() > MOST_FUNDING) {
            findings.add(Finding.error(
                    Place.file(rows.getFirst().at().file()),
                    "transfer.funding.too-many",
                    String.valueOf(MOST_FUNDING)));
        }
        rows.stream()
                .filter(it -> it.probability() != null && it.probability().compareTo(BigDecimal.ONE) < 0)
                .findFirst()
                .ifPresent(it ->
                        findings.add(Finding.warning(it.at().column("probability"), "transfer.funding.probability")));
    }

    private void amount(Place at, String column, @Nullable BigDecimal amount, int most) {
        if (amount != null && (amount.signum() < 0 || amount.compareTo(BigDecimal.valueOf(most)) > 0)) {
            findings.add(
                    Finding.error(at.column(column), "transfer.amount", amount.toPlainString(), String.valueOf(most)));
        }
    }

    private void within(Place at, String column, BigDecimal said, BigDecimal least, int most) {
        if (said.compareTo(least) >= 0 && said.compareTo(BigDecimal.valueOf(most)) <= 0) return;
        findings.add(Finding.error(
                at.column(column), "transfer.target." + column, said.toPlainString(), String.valueOf(most)));
    }

    private void length(Place at, String column, String text, int most) {
        if (text.length() > most) {
            findings.add(Finding.error(
                    at.column(column), "transfer.too-long", String.valueOf(most), String.valueOf(text.length())));
        }
    }

    private static boolean isStrength(BigDecimal strength) {
        return strength.stripTrailingZeros().scale() <= 0
                && strength.compareTo(BigDecimal.ONE) >= 0
                && strength.compareTo(BigDecimal.valueOf(5)) <= 0;
    }

    /// A key as the network can keep it: long ones (often a whole name) end in a number made from the rest.
    static String key(String written) {
        return written.length() <= 80
                ? written
                : written.substring(0, 70) + "#" + Integer.toHexString(written.hashCode());
    }

    /// `www.ihk.example` becomes `https://www.ihk.example`; what is no web address becomes null.
    static @Nullable String website(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) return null;
        if (!text.toLowerCase(Locale.ROOT).matches("^https?://.*")) {
            if (text.contains("://") || !text.contains(".") || text.contains("@")) return null;
            text = "https://" + text;
        }
        try {
            var host = URI.create(text).getHost();
            return host != null && host.contains(".") && text.length() <= 500 ? text : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    static @Nullable String form(String typed) {
        var word = Folded.word(typed);
        if (word.startsWith("komplement") || word.startsWith("complement")) return "COMPLEMENTARY";
        if (word.startsWith("support")) return "SUPPORTIVE";
        if (word.startsWith("integrat")) return "INTEGRATIVE";
        return null;
    }

    /// Nothing where a cell was left blank: then what is known stays.
    static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
