package org.wirknetz.networkcheck.alarms;

import java.util.Map;

/// How often the office has called an alarm of a rule wrong: each time the rule asks for more before it speaks.
public record Tuning(Map<Rule, Integer> wrong) {

    private static final int MOST = 4;

    public Tuning {
        wrong = Map.copyOf(wrong);
    }

    /// At most four steps: a rule is made quieter, never silent.
    public int steps(Rule rule) {
        return Math.min(MOST, wrong.getOrDefault(rule, 0));
    }
}
