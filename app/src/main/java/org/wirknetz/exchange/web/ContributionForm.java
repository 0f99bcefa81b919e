package org.wirknetz.exchange.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.exchange.ContributionTerms;
import org.wirknetz.exchange.Effort;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about one contribution, kept as typed.
///
/// @param own the side one speaks for; `direction` says whether it gave or received
/// @param partner the other side: one of the recent ones, or `other` and then the one chosen below
public record ContributionForm(
        String own,
        String direction,
        String partner,
        String other,
        String kind,
        String effort,
        String hours,
        String requested,
        boolean gift,
        String givenOn) {

    static ContributionForm of(Map<String, String> given, LocalDate today) {
        return new ContributionForm(
                given.getOrDefault("own", "").strip(),
                given.getOrDefault("direction", "gave").strip(),
                given.getOrDefault("partner", "").strip(),
                given.getOrDefault("other", "").strip(),
                given.getOrDefault("kind", "").strip(),
                given.getOrDefault("effort", "MEDIUM").strip(),
                given.getOrDefault("hours", "").strip(),
                given.getOrDefault("requested", "yes").strip(),
                given.containsKey("gift"),
                given.getOrDefault("givenOn", today.toString()).strip());
    }

    static ContributionForm of(ContributionRows.Row row, ExchangeDesk desk) {
        var effort = row.effort();
        var hours = row.hours();
        var day = row.givenOn();
        return new ContributionForm(
                row.giver().toString(),
                "gave",
                row.receiver().toString(),
                "",
                row.kind(),
                Effort.of(effort).map(Effort::name).orElse(""),
                hours == null ? "" : desk.amount(hours),
                row.requested() ? "yes" : "no",
                row.gift(),
                day == null ? "" : day.toString());
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(ExchangeDesk desk, boolean sides) {
        var problems = new ArrayList<Problem>();
        if (sides) {
            if (ExchangeDesk.id(own) == null)
                problems.add(new Problem("own", desk.say("exchange.contribution.choose-own")));
            if (counterpart() == null)
                problems.add(new Problem("other", desk.say("exchange.contribution.choose-other")));
            var mine = ExchangeDesk.id(own);
            if (mine != null && mine.equals(counterpart()))
                problems.add(new Problem("other", desk.say("exchange.contribution.self")));
        }
        if (kind.isEmpty()) problems.add(new Problem("kind", desk.say("exchange.contribution.kind-missing")));
        if (kind.length() > 200) problems.add(new Problem("kind", desk.say("exchange.contribution.kind-long", 200)));
        if (!hours.isEmpty() && amount() == null)
            problems.add(new Problem("hours", desk.say("exchange.contribution.hours-wrong", hours)));
        var day = day();
        if (!givenOn.isEmpty() && day == null)
            problems.add(new Problem("givenOn", desk.say("exchange.contribution.no-date", givenOn)));
        if (day != null && day.isAfter(desk.today()))
            problems.add(new Problem("givenOn", desk.say("exchange.contribution.future", day)));
        return List.copyOf(problems);
    }

    @Nullable
    UUID counterpart() {
        var chosen = ExchangeDesk.id(partner);
        return chosen != null ? chosen : ExchangeDesk.id(other);
    }

    UUID giver() {
        return side(direction.equals("gave"));
    }

    UUID receiver() {
        return side(!direction.equals("gave"));
    }

    private UUID side(boolean mine) {
        var side = mine ? ExchangeDesk.id(own) : counterpart();
        if (side == null) throw new IllegalStateException("A form with holes was sent on.");
        return side;
    }

    /// @param before of the row that is corrected: kept where the form chose none of the three words
    ContributionTerms terms(@Nullable BigDecimal before) {
        return new ContributionTerms(
                kind,
                Arrays.stream(Effort.values())
                        .filter(it -> it.name().equals(effort))
                        .map(Effort::points)
                        .findFirst()
                        .orElse(before),
                amount(),
                requested.equals("yes"),
                gift,
                day());
    }

    private @Nullable BigDecimal amount() {
        if (!hours.matches("[0-9]{1,5}([.,][0-9]{1,2})?")) return null;
        var amount = new BigDecimal(hours.replace(',', '.'));
        return amount.signum() > 0 ? amount : null;
    }

    private @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(givenOn);
            return day.getYear() < 1990 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
