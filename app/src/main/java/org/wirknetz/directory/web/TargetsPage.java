package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wirknetz.directory.Completeness;
import org.wirknetz.directory.TargetModels;
import org.wirknetz.platform.web.Sparkline;

/// How complete the network is, and what would help most.
///
/// @param history the last quarters, oldest first, each by the version that held then
public record TargetsPage(
        LocalDate asOf,
        TargetModels.Model model,
        List<TargetModels.Model> versions,
        Completeness completeness,
        List<Quarter> history,
        TargetMatrix matrix,
        boolean maintains) {

    public record Quarter(LocalDate on, int covered, int roles, double numerator, double denominator) {}

    public String missing() {
        return completeness.gaps().stream().map(TargetsPage::name).distinct().collect(Collectors.joining(", "));
    }

    public static String name(Completeness.Role role) {
        return role.area() == null ? role.group() : role.group() + " (" + role.area() + ")";
    }

    public Optional<Sparkline> line() {
        return history.size() < 2
                ? Optional.empty()
                : Optional.of(new Sparkline(history.stream()
                        .map(quarter -> quarter.numerator() / quarter.denominator())
                        .toList()));
    }

    public static String number(double value, Locale locale) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(locale, "%.2f", value);
    }
}
