package org.wirknetz.networkcheck.alarms;

import java.text.NumberFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.networkcheck.check.CheckResult.Signal;

/// Alarms in words, the same on a page, in a file and for a program.
public final class AlarmWords {

    private static final int MOST_NAMES = 4;

    /// Leads to a page and says nothing.
    private static final String LINK = "partner";

    private final Saying saying;
    private final Called called;

    public AlarmWords(Saying saying, Called called) {
        this.saying = saying;
        this.called = called;
    }

    public String sentence(Alarm alarm) {
        return say(alarm.key() + ".sentence", alarm.values());
    }

    public String off(Alarm alarm) {
        return say(alarm.key() + ".off", alarm.values());
    }

    public String talk(Alarm alarm) {
        return say(alarm.key() + ".talk", alarm.values());
    }

    public String line(Alarm alarm, Alarm.Line line) {
        return say("networkcheck.alarm." + alarm.rule() + ".line." + line.key(), line.values());
    }

    /// @param subject keys of whom or what it is about
    /// @param period in words
    public Signal signal(Alarm alarm, List<String> subject, String period) {
        return new Signal(alarm.rule().code(), subject, evidence(alarm), period, off(alarm), List.of(talk(alarm)));
    }

    private String evidence(Alarm alarm) {
        var lines = alarm.evidence().stream()
                .filter(it -> !it.key().equals(LINK))
                .map(it -> line(alarm, it))
                .toList();
        return sentence(alarm) + (lines.isEmpty() ? "" : lines.stream().collect(Collectors.joining("; ", " (", ")")));
    }

    public String say(String key, List<Value> values) {
        return saying.say(key, values.stream().map(this::said).toArray());
    }

    private Object said(Value value) {
        return switch (value) {
            case Value.Count(var number) -> number;
            case Value.Index(var number) -> index(number);
            case Value.Day(var day) -> saying.day(day);
            case Value.Org(var organisation) -> called.organisation(organisation);
            case Value.Orgs(var organisations) ->
                names(
                        saying,
                        organisations.stream()
                                .map(called::organisation)
                                .sorted()
                                .toList());
            case Value.Person(var person) -> called.person(person);
            case Value.Pairs(var pairs) ->
                pairs.stream().map(it -> pair(it.one(), it.other())).collect(Collectors.joining(", "));
            case Value.Text(var text) -> text;
            case Value.Role(var group, var area) ->
                area.isEmpty() ? called.role(group) : called.role(group) + " (" + area + ")";
        };
    }

    private String pair(UUID one, UUID other) {
        return called.organisation(one) + " – " + called.organisation(other);
    }

    private String index(double number) {
        var format = NumberFormat.getInstance(saying.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(number).replace('-', '−');
    }

    /// "A, B, C und 3 weitere": never a list nobody reads.
    public static String names(Saying saying, List<String> names) {
        if (names.isEmpty()) return "";
        if (names.size() == 1) return names.getFirst();
        if (names.size() > MOST_NAMES + 1) {
            return saying.say(
                    "networkcheck.names.more",
                    String.join(", ", names.subList(0, MOST_NAMES)),
                    names.size() - MOST_NAMES);
        }
        return saying.say(
                "networkcheck.names.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
