package org.wirknetz.directory.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.directory.Level;
import org.wirknetz.directory.MandateKind;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Frame;

/// What somebody does, as forms say it: a position, or one of the kinds of mandate.
public final class PostWords {

    private static final String POSITION = "POSITION";

    private PostWords() {}

    public static List<Choice> kinds(Frame frame) {
        return Stream.concat(
                        Stream.of(POSITION), Arrays.stream(MandateKind.values()).map(Enum::name))
                .map(it -> new Choice(it, frame.say("directory.post." + it), it.equals(POSITION)))
                .toList();
    }

    public static List<Choice> levels(Frame frame) {
        return Stream.concat(
                        Stream.of(new Choice("", frame.say("directory.none"), true)),
                        Arrays.stream(Level.values())
                                .map(it -> new Choice(it.name(), frame.say("directory.level." + it), false)))
                .toList();
    }

    /// @return null for a position
    static @Nullable MandateKind kind(String typed) {
        if (typed.isBlank() || typed.equals(POSITION)) return null;
        return Arrays.stream(MandateKind.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static @Nullable Level level(String typed) {
        if (typed.isBlank()) return null;
        return Arrays.stream(Level.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
