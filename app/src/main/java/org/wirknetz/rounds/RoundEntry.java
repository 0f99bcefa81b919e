package org.wirknetz.rounds;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What a round is to be.
///
/// @param closesOn the last day on which one can answer; null until somebody closes it
/// @param dots how many each may set; 0 where nothing is weighted
/// @param questions at least one, at most thirty
public record RoundEntry(
        String title,
        @Nullable String intro,
        RoundKind kind,
        boolean anonymous,
        int dots,
        @Nullable LocalDate closesOn,
        List<String> questions) {

    public static final int MOST_QUESTIONS = 30;
    public static final int MOST_DOTS = 10;
    public static final int LONGEST_QUESTION = 300;

    /// @throws Refused when something is missing, too long or too many
    public RoundEntry {
        title = Texts.needed(title, 200);
        intro = Texts.clean(intro, 2000);
        if (dots < 0 || dots > MOST_DOTS) throw new Refused("rounds.dots-wrong", MOST_DOTS);
        questions = questions.stream()
                .filter(it -> !it.isBlank())
                .map(it -> Texts.needed(it, LONGEST_QUESTION))
                .toList();
        if (questions.isEmpty()) throw new Refused("rounds.no-question");
        if (questions.size() > MOST_QUESTIONS) throw new Refused("rounds.many-questions", MOST_QUESTIONS);
    }
}
