package org.wirknetz.groups.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.groups.Charter;
import org.wirknetz.groups.Circle;
import org.wirknetz.groups.GroupKind;
import org.wirknetz.groups.Quorum;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a group, kept as typed.
///
/// @param lastDay last day of the term, where [Charter] has the day after
/// @param quorum such as `1/2`, or `>1/2` for more than half; empty without one
public record GroupForm(
        int version,
        String name,
        String kind,
        String purpose,
        String mandate,
        String expected,
        String rules,
        String foundedOn,
        String termFrom,
        String lastDay,
        String rhythm,
        String quorum,
        String circle) {

    /// The shares people agree on.
    static final List<String> QUORUMS = List.of("", "1/2", ">1/2", "2/3", "3/4", "1/1");

    static GroupForm blank(GroupsDesk desk) {
        return new GroupForm(
                0,
                "",
                GroupKind.WORKING_GROUP.name(),
                "",
                "",
                "",
                "",
                desk.today().toString(),
                "",
                "",
                "",
                "",
                "NETWORK");
    }

    static GroupForm of(Map<String, String> given) {
        return new GroupForm(
                given.getOrDefault("version", "").matches("\\d{1,9}") ? Integer.parseInt(given.get("version")) : 0,
                text(given, "name"),
                known(given, "kind", GroupKind.WORKING_GROUP.name(), GroupKind.values()),
                text(given, "purpose"),
                text(given, "mandate"),
                text(given, "expected"),
                text(given, "rules"),
                text(given, "founded"),
                text(given, "termFrom"),
                text(given, "lastDay"),
                text(given, "rhythm"),
                text(given, "quorum"),
                known(given, "circle", Circle.NETWORK.name(), Circle.values()));
    }

    static GroupForm of(GroupPage.Card card) {
        var quorum = card.quorum();
        var lastDay = card.lastDay();
        return new GroupForm(
                card.version(),
                card.name(),
                card.kind(),
                orEmpty(card.purpose()),
                orEmpty(card.mandate()),
                orEmpty(card.expected()),
                orEmpty(card.rules()),
                card.foundedOn().toString(),
                orEmpty(card.termFrom()),
                orEmpty(lastDay),
                orEmpty(card.rhythmDays()),
                quorum == null ? "" : (quorum.above() ? ">" : "") + quorum.numerator() + "/" + quorum.denominator(),
                card.visibility());
    }

    private static String text(Map<String, String> given, String field) {
        return given.getOrDefault(field, "").strip();
    }

    private static String known(Map<String, String> given, String field, String otherwise, Enum<?>[] values) {
        var typed = given.getOrDefault(field, "");
        return Arrays.stream(values).anyMatch(it -> it.name().equals(typed)) ? typed : otherwise;
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(GroupsDesk desk) {
        var problems = new ArrayList<Problem>();
        if (name.isEmpty()) problems.add(new Problem("name", desk.say("groups.name-missing")));
        tooLong(problems, desk, "name", name, 200);
        tooLong(problems, desk, "purpose", purpose, 2_000);
        tooLong(problems, desk, "mandate", mandate, 10_000);
        tooLong(problems, desk, "expected", expected, 2_000);
        tooLong(problems, desk, "rules", rules, 20_000);
        noDay(problems, desk, "founded", foundedOn);
        if (foundedOn.isEmpty()) problems.add(new Problem("founded", desk.say("groups.founded-missing")));
        noDay(problems, desk, "termFrom", termFrom);
        noDay(problems, desk, "lastDay", lastDay);
        if (!rhythm.isEmpty() && !rhythm.matches("\\d{1,4}"))
            problems.add(new Problem("rhythm", desk.say("groups.rhythm.no-number", rhythm)));
        if (!quorum.isEmpty() && !quorum.matches(">?\\d{1,3}/\\d{1,3}"))
            problems.add(new Problem("quorum", desk.say("groups.quorum.range")));
        if (problems.isEmpty()) {
            try {
                charter(desk);
            } catch (Refused refused) {
                problems.add(new Problem(field(refused.key()), desk.say(refused.key(), refused.values())));
            }
        }
        return List.copyOf(problems);
    }

    private static String field(String key) {
        return switch (key) {
            case "groups.term-turned" -> "lastDay";
            case "groups.rhythm.range" -> "rhythm";
            case "groups.quorum.range" -> "quorum";
            default -> "name";
        };
    }

    private static void tooLong(List<Problem> problems, GroupsDesk desk, String field, String text, int limit) {
        if (text.length() > limit) problems.add(new Problem(field, desk.say("groups.too-long", limit)));
    }

    private static void noDay(List<Problem> problems, GroupsDesk desk, String field, String typed) {
        try {
            desk.day(typed);
        } catch (Refused noDay) {
            problems.add(new Problem(field, desk.say(noDay.key(), noDay.values())));
        }
    }

    Charter charter(GroupsDesk desk) {
        var last = desk.day(lastDay);
        return new Charter(
                name,
                GroupKind.valueOf(kind),
                purpose,
                mandate,
                expected,
                rules,
                desk.day(termFrom),
                last == null ? null : last.plusDays(1),
                rhythm.isEmpty() ? null : Integer.valueOf(rhythm),
                quorum(quorum),
                Circle.valueOf(circle));
    }

    private static @Nullable Quorum quorum(String typed) {
        if (typed.isEmpty()) return null;
        var parts = typed.replace(">", "").split("/", -1);
        return new Quorum(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), typed.startsWith(">"));
    }

    /// The shares people agree on, and the one that is kept where it is another.
    public List<Choice> quorums(BiFunction<String, Object[], String> say) {
        return Stream.concat(QUORUMS.stream(), Stream.of(quorum).filter(it -> !QUORUMS.contains(it)))
                .map(it -> new Choice(it, quorumSaid(it, say), it.equals(quorum)))
                .toList();
    }

    private static String quorumSaid(String quorum, BiFunction<String, Object[], String> say) {
        if (quorum.isEmpty()) return say.apply("groups.quorum.none", new Object[0]);
        var parts = quorum.replace(">", "").split("/", -1);
        if (parts.length != 2) return quorum;
        return say.apply(quorum.startsWith(">") ? "groups.quorum.above" : "groups.quorum.share", parts);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
