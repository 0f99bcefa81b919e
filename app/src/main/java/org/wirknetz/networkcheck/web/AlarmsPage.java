package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// What may be worth a talk, what the office has said already, and what is watched.
///
/// @param planned the day that is proposed for what is planned
public record AlarmsPage(
        LocalDate asOf, String sentence, List<Line> open, List<Quiet> quiet, List<Rule> rules, LocalDate planned) {

    /// @param subject and `rule` name it in the form that answers it
    /// @param ifLeaves where it can be tried what falls away with the person it is about; empty for other rules
    /// @param again what was answered before it spoke again, or empty
    public record Line(
            String rule,
            String subject,
            String sentence,
            String again,
            String why,
            String period,
            String off,
            String talk,
            List<Row> evidence,
            String ifLeaves) {}

    /// @param sentence empty where the rule no longer speaks of it
    public record Quiet(UUID id, String sentence, String answer, String note) {}

    public record Rule(String name, String why, String tuned) {}
}
