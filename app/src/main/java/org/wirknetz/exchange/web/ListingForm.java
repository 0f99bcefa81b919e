package org.wirknetz.exchange.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.exchange.ListingTerms;
import org.wirknetz.exchange.Sort;
import org.wirknetz.exchange.Visibility;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a need, an offer or an interest, kept as typed.
public record ListingForm(
        String organisation,
        String sort,
        String title,
        String details,
        String topics,
        String amount,
        String unit,
        String area,
        String from,
        String to,
        String visibility,
        String stance) {

    static ListingForm of(Map<String, String> given, Sort usual) {
        return new ListingForm(
                given.getOrDefault("organisation", "").strip(),
                given.getOrDefault("sort", usual.name()).strip(),
                given.getOrDefault("title", "").strip(),
                given.getOrDefault("details", "").strip(),
                given.getOrDefault("topics", "").strip(),
                given.getOrDefault("amount", "").strip(),
                given.getOrDefault("unit", "").strip(),
                given.getOrDefault("area", "").strip(),
                given.getOrDefault("from", "").strip(),
                given.getOrDefault("to", "").strip(),
                given.getOrDefault("visibility", "NETWORK").strip(),
                given.getOrDefault("stance", "FOR").strip());
    }

    static ListingForm of(ListingRows.Row row, ExchangeDesk desk) {
        var amount = row.amount();
        var area = row.area();
        var to = row.validTo();
        return new ListingForm(
                row.organisation().toString(),
                row.sort(),
                row.title(),
                row.details(),
                row.topics(),
                amount == null ? "" : desk.amount(amount),
                row.unit(),
                area == null ? "" : area.toString(),
                row.validFrom() == null ? "" : String.valueOf(row.validFrom()),
                to == null ? "" : to.minusDays(1).toString(),
                row.visibility(),
                row.stance());
    }

    List<Problem> problems(ExchangeDesk desk, boolean whose) {
        var problems = new ArrayList<Problem>();
        if (whose && ExchangeDesk.id(organisation) == null)
            problems.add(new Problem("organisation", desk.say("exchange.contribution.choose-own")));
        if (title.isEmpty()) problems.add(new Problem("title", desk.say("exchange.listing.title-missing")));
        tooLong(problems, desk, "title", title, 200);
        tooLong(problems, desk, "details", details, 4000);
        tooLong(problems, desk, "topics", topics, 500);
        tooLong(problems, desk, "unit", unit, 60);
        if (!amount.isEmpty() && number() == null)
            problems.add(new Problem("amount", desk.say("exchange.listing.amount-wrong", amount)));
        if (!from.isEmpty() && day(from) == null)
            problems.add(new Problem("from", desk.say("exchange.contribution.no-date", from)));
        if (!to.isEmpty() && day(to) == null)
            problems.add(new Problem("to", desk.say("exchange.contribution.no-date", to)));
        var first = day(from);
        var last = day(to);
        if (first != null && last != null && last.isBefore(first))
            problems.add(new Problem("to", desk.say("exchange.listing.dates-turned")));
        return List.copyOf(problems);
    }

    private static void tooLong(List<Problem> problems, ExchangeDesk desk, String field, String text, int most) {
        if (text.length() > most) problems.add(new Problem(field, desk.say("exchange.contribution.kind-long", most)));
    }

    /// The last day typed still belongs to it; the interval is half-open.
    ListingTerms terms(Sort usual) {
        var last = day(to);
        return new ListingTerms(
                Arrays.stream(Sort.values())
                        .filter(it -> it.name().equals(sort) && it.shelf().equals(usual.shelf()))
                        .findFirst()
                        .orElse(usual),
                title,
                details,
                topics,
                number(),
                unit,
                ExchangeDesk.id(area),
                day(from),
                last == null ? null : last.plusDays(1),
                Arrays.stream(Visibility.values())
                        .filter(it -> it.name().equals(visibility))
                        .findFirst()
                        .orElse(Visibility.NETWORK),
                !stance.equals("AGAINST"));
    }

    private @Nullable BigDecimal number() {
        if (!amount.matches("[0-9]{1,9}([.,][0-9]{1,2})?")) return null;
        var number = new BigDecimal(amount.replace(',', '.'));
        return number.signum() > 0 ? number : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 1990 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
