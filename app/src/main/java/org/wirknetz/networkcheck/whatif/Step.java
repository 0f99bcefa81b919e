package org.wirknetz.networkcheck.whatif;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.wirknetz.analysis.PersonalContacts.Level;

/// One imagined change. It is written as a verb and what it is about, with a tilde between them, so that a
/// play can stand in an address: `add~A~B`, `remove~A~B`, `without~A`, `new~GROUP~Name`, `leave~PERSON`,
/// `sits~A~LEVEL~BODY~Name`.
public sealed interface Step {

    int LONGEST_NAME = 80;
    int LONGEST = 240;

    /// Two organisations make a tie.
    record Added(UUID one, UUID other) implements Step {}

    /// The ties between two come to an end, of whatever kind they are.
    record Removed(UUID one, UUID other) implements Step {}

    /// An organisation is no longer there.
    record Without(UUID organisation) implements Step {}

    /// An organisation that does not exist joins.
    ///
    /// @param group key of its actor group; empty for none
    record Newcomer(String group, String name) implements Step {

        /// The same name is the same organisation, in every play.
        UUID id() {
            return UUID.nameUUIDFromBytes(("what if " + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A person leaves, and with them what rests on them alone.
    record Leaving(UUID person) implements Step {}

    /// Somebody who does not exist takes a seat in a group for an organisation, and so gets to know who
    /// sits there.
    ///
    /// @param body the group
    record Sitting(UUID organisation, Level level, UUID body, String name) implements Step {

        /// The same name in the same organisation is the same person, so that one may sit in several groups.
        UUID id() {
            return UUID.nameUUIDFromBytes(("what if " + organisation + " " + name).getBytes(StandardCharsets.UTF_8));
        }
    }

    default String written() {
        return switch (this) {
            case Added(var one, var other) -> "add~" + one + "~" + other;
            case Removed(var one, var other) -> "remove~" + one + "~" + other;
            case Without(var organisation) -> "without~" + organisation;
            case Newcomer(var group, var name) -> "new~" + group + "~" + name;
            case Leaving(var person) -> "leave~" + person;
            case Sitting(var organisation, var level, var body, var name) ->
                "sits~" + organisation + "~" + level + "~" + body + "~" + name;
        };
    }

    /// Empty where the text is none of these.
    static Optional<Step> read(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        var parts = text.split("~", 3);
        return switch (parts[0]) {
            case "add" -> pair(parts, Added::new);
            case "remove" -> pair(parts, Removed::new);
            case "without" -> one(parts, Without::new);
            case "leave" -> one(parts, Leaving::new);
            case "new" -> parts.length == 3 ? newcomer(parts[1], parts[2]) : Optional.empty();
            case "sits" -> sitting(text.split("~", 5));
            default -> Optional.empty();
        };
    }

    /// An organisation under the name that somebody types; empty where it is none.
    static Optional<Step> newcomer(String group, String typed) {
        if (group.contains("~")) return Optional.empty();
        return name(typed).map(it -> new Newcomer(group, it));
    }

    /// Somebody under the name that somebody types; empty where anything of it is not what it should be.
    static Optional<Step> sitting(String organisation, String level, String body, String typed) {
        return id(organisation)
                .flatMap(there -> id(body).flatMap(group ->
                        level(level).flatMap(how -> name(typed).map(it -> new Sitting(there, how, group, it)))));
    }

    private static Optional<Step> sitting(String... parts) {
        return parts.length == 5 ? sitting(parts[1], parts[2], parts[3], parts[4]) : Optional.empty();
    }

    private static Optional<Level> level(String text) {
        return Arrays.stream(Level.values())
                .filter(it -> it.name().equals(text))
                .findFirst();
    }

    /// A name as somebody types it; empty where it is none, or too long.
    private static Optional<String> name(String typed) {
        var name = typed.strip().replaceAll("\\s+", " ");
        boolean odd = name.codePoints().anyMatch(it -> Character.isISOControl(it) || isUnseen(it));
        return name.isEmpty() || name.length() > LONGEST_NAME || odd ? Optional.empty() : Optional.of(name);
    }

    /// Marks that turn the direction of writing, or cannot be seen at all.
    private static boolean isUnseen(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.UNASSIGNED || type == Character.SURROGATE;
    }

    private static Optional<Step> pair(String[] parts, java.util.function.BiFunction<UUID, UUID, Step> made) {
        if (parts.length != 3) return Optional.empty();
        return id(parts[1]).flatMap(one -> id(parts[2]).map(other -> made.apply(one, other)));
    }

    private static Optional<Step> one(String[] parts, java.util.function.Function<UUID, Step> made) {
        return parts.length == 2 ? id(parts[1]).map(made) : Optional.empty();
    }

    /// A whole id and nothing else: Java reads `1-1-1-1-1` as one.
    static Optional<UUID> id(String text) {
        if (text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
