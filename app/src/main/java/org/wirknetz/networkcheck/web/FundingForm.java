package org.wirknetz.networkcheck.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a source of money, kept as typed.
public record FundingForm(String source, String amount, String publicly, String from, String to) {

    static final FundingForm EMPTY = new FundingForm("", "", "", "", "");
    private static final String GROUPED = "[0-9]{1,3}([.,'][0-9]{3})+";
    private static final String PLAIN = "[0-9]{1,10}";
    private static final String CENTS = "([.,][0-9]{1,2})?";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    static FundingForm of(Map<String, String> given) {
        return new FundingForm(
                given.getOrDefault("source", "").strip(),
                given.getOrDefault("amount", "").strip(),
                given.getOrDefault("publicly", "").strip(),
                given.getOrDefault("from", "").strip(),
                given.getOrDefault("to", "").strip());
    }

    static FundingForm of(Funds.Line line) {
        var from = line.from();
        var to = line.to();
        return new FundingForm(
                line.source(),
                line.amount().stripTrailingZeros().toPlainString(),
                line.publicly() ? "yes" : "no",
                from == null ? "" : from.toString(),
                to == null ? "" : to.toString());
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(CheckDesk desk) {
        var problems = new ArrayList<Problem>();
        if (source.isEmpty()) problems.add(new Problem("source", desk.say("networkcheck.funding.no-source")));
        if (source.length() > 200)
            problems.add(new Problem("source", desk.say("networkcheck.funding.source-long", 200)));
        var euros = euros();
        if (euros == null || euros.signum() == 0 || euros.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0)
            problems.add(new Problem("amount", desk.say("networkcheck.funding.no-amount")));
        if (!publicly.equals("yes") && !publicly.equals("no"))
            problems.add(new Problem("publicly", desk.say("networkcheck.funding.no-publicly")));
        if (!from.isEmpty() && day(from) == null)
            problems.add(new Problem("from", desk.say("networkcheck.tie.no-date", from)));
        if (!to.isEmpty() && day(to) == null) problems.add(new Problem("to", desk.say("networkcheck.tie.no-date", to)));
        var first = day(from);
        var last = day(to);
        if (first != null && last != null && !first.isBefore(last))
            problems.add(new Problem("to", desk.say("networkcheck.funding.dates-turned")));
        return List.copyOf(problems);
    }

    /// @throws IllegalStateException when there are problems
    Funds.Line line(UUID id) {
        var euros = euros();
        if (euros == null) throw new IllegalStateException("A form with holes was sent on.");
        return new Funds.Line(id, source, euros, publicly.equals("yes"), day(from), day(to));
    }

    /// `120000`, `120.000`, `120 000,50` and `120,000.50` alike: a group of three is never cents.
    private @Nullable BigDecimal euros() {
        var typed = amount.replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (typed.matches(GROUPED)) return new BigDecimal(typed.replaceAll("[.,']", ""));
        if (typed.matches(PLAIN + CENTS)) return new BigDecimal(typed.replace(',', '.'));
        if (!typed.matches(GROUPED + CENTS)) return null;
        int cents = Math.max(typed.lastIndexOf(','), typed.lastIndexOf('.'));
        return new BigDecimal(typed.substring(0, cents).replaceAll("[.,']", "") + "." + typed.substring(cents + 1));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
