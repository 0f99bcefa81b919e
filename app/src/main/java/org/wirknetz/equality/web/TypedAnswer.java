package org.wirknetz.equality.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirknetz.equality.CheckAnswers.Answer;
import org.wirknetz.equality.CheckAnswers.Given;
import org.wirknetz.equality.CheckAnswers.Seen;
import org.wirknetz.platform.Refused;

/// What a form says to one question of the equality check.
final class TypedAnswer {

    private TypedAnswer() {}

    /// @return nothing where the question is left alone
    /// @throws Refused where there is a note or evidence without an answer
    static Optional<Given> of(Map<String, String> typed, String question) {
        var answer = typed.getOrDefault("answer-" + question, "");
        var note = typed.getOrDefault("note-" + question, "");
        var address = typed.getOrDefault("address-" + question, "");
        if (!ChecksController.isAnswer(answer)) {
            if (note.isBlank() && address.isBlank()) return Optional.empty();
            throw new Refused("equality.check.answer-missing");
        }
        return Optional.of(new Given(
                question, Answer.valueOf(answer), note, address, seen(typed.getOrDefault("seen-" + question, ""))));
    }

    private static @Nullable Seen seen(String typed) {
        var parts = typed.strip().split(" ");
        if (parts.length != 2) return null;
        return new Seen(Typed.neededId(parts[0]), Typed.version(parts[1]));
    }
}
