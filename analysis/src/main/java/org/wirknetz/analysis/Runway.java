package org.wirknetz.analysis;

import java.util.List;
import java.util.OptionalInt;

/// How long the committed money lasts (M6): month by month, the committed income against the committed cost.
///
/// Months are numbered from 0, the month that was asked from.
///
/// Cost O(months). Source: none, it is counted.
public record Runway(List<Double> income, List<Double> cost) {
    public Runway {
        income = List.copyOf(income);
        cost = List.copyOf(cost);
        if (income.size() != cost.size())
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The number of months",
                    cost.size(),
                    income.size(),
                    income.size());
        for (var amounts : List.of(income, cost)) for (double amount : amounts) Amount.checked("An amount", amount);
    }

    /// The last month before the first that is not covered; empty if that is the very first or there are no
    /// months.
    public OptionalInt lastCovered() {
        int month = 0;
        while (month < income.size() && income.get(month) >= cost.get(month)) month++;
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month - 1);
    }

    /// The month in which income falls most against the one before; empty where it never falls.
    public OptionalInt cliff() {
        int steepest = -1;
        double most = 0;
        for (int month = 1; month < income.size(); month++) {
            double drop = income.get(month - 1) - income.get(month);
            if (drop <= most) continue;
            most = drop;
            steepest = month;
        }
        return steepest < 0 ? OptionalInt.empty() : OptionalInt.of(steepest);
    }
}
