package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wirknetz.analysis.Funding;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.analysis.Runway;

/// What the network lives on as of a day, and how long (domain: M6; capabilities C12.4, F6; German: *Art der
/// Abhängigkeit von öffentlichen Mitteln*).
///
/// What things cost is not known here. How long the money lasts is therefore told against what is committed on the day.
///
/// @param running the lines that hold on the day, the largest first
/// @param asOf the day
/// @param lasts the last month in which at least as much is committed as on the day; empty where nothing runs, or
///     nothing ends within [#MONTHS]
/// @param cliff the month in which most is lost; empty where nothing is
public record Livelihood(List<Funds.Line> running, LocalDate asOf, Optional<LocalDate> lasts, Optional<Cliff> cliff) {

    /// So far is looked ahead.
    public static final int MONTHS = 24;

    /// @param month its first day
    /// @param lost euros in twelve months
    public record Cliff(LocalDate month, double lost) {}

    public Livelihood {
        running = List.copyOf(running);
    }

    public static Livelihood of(List<Funds.Line> lines, LocalDate day) {
        var running = lines.stream()
                .filter(it -> it.holdsOn(day))
                .sorted(Comparator.comparing(Funds.Line::amount)
                        .reversed()
                        .thenComparing(Funds.Line::source)
                        .thenComparing(Funds.Line::id))
                .toList();
        var income = IntStream.rangeClosed(0, MONTHS)
                .mapToObj(month -> committed(lines, month(day, month)))
                .toList();
        var runway =
                new Runway(income, income.stream().map(it -> income.getFirst()).toList());
        var covered = runway.lastCovered();
        var cliff = runway.cliff();
        return new Livelihood(
                running,
                day,
                running.isEmpty() || covered.isEmpty() || covered.getAsInt() == MONTHS
                        ? Optional.empty()
                        : Optional.of(month(day, covered.getAsInt()).withDayOfMonth(1)),
                cliff.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Cliff(
                                month(day, cliff.getAsInt()),
                                income.get(cliff.getAsInt() - 1) - income.get(cliff.getAsInt()))));
    }

    /// The day itself, then the first of each month.
    private static LocalDate month(LocalDate day, int ahead) {
        return ahead == 0 ? day : day.plusMonths(ahead).withDayOfMonth(1);
    }

    private static double committed(List<Funds.Line> lines, LocalDate day) {
        return lines.stream()
                .filter(it -> it.holdsOn(day))
                .mapToDouble(it -> it.amount().doubleValue())
                .sum();
    }

    public Funding funding() {
        return Funding.of(
                running.stream()
                        .map(it -> new Funding.Source(it.source(), it.amount().doubleValue(), it.publicly(), it.to()))
                        .toList(),
                asOf);
    }

    /// Public money that runs out within twelve months, the soonest first.
    public List<Funds.Line> endingSoon() {
        var limit = asOf.plusYears(1);
        return running.stream()
                .filter(it -> it.publicly() && !end(it).isAfter(limit))
                .sorted(Comparator.comparing(Livelihood::end).thenComparing(Funds.Line::source))
                .toList();
    }

    private static LocalDate end(Funds.Line line) {
        var to = line.to();
        return to == null ? LocalDate.MAX : to;
    }

    /// Two grants of one giver are one source.
    public Map<String, Double> bySource() {
        var sums = new TreeMap<String, Double>();
        running.forEach(it -> sums.merge(it.source(), it.amount().doubleValue(), Double::sum));
        return sums;
    }

    public Inequality spread() {
        return Inequality.of(
                bySource().values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
