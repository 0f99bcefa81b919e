package org.wirknetz.networkcheck.web;

import java.util.Arrays;
import java.util.List;

/// How each measure is read, in plain words, by chapter: what it says, what it does not say, and a good question.
enum Reading {
    COMPLETENESS(Chapter.STANDARDS, "completeness", "completeness"),
    INVOLVED(Chapter.STANDARDS, "involved", "involved"),
    MIXTURE(Chapter.STANDARDS, "mixture", "mixture"),
    MAINSTREAMING(Chapter.STANDARDS, "mainstreaming", "mainstreaming"),
    VOICE(Chapter.SHAPING, "equality-of-voice", "voice"),
    WAYS(Chapter.SHAPING, "ways", "ways"),
    ANSWERS(Chapter.SHAPING, "answer-time", "answers"),
    FORMALITY(Chapter.SHAPING, "formality", "formality"),
    CONFIRMED(Chapter.SHAPING, "confirmed", "words"),
    RECIPROCITY(Chapter.SHAPING, "reciprocity", "returned"),
    COHESION(Chapter.SHAPING, "cohesion", "cohesion"),
    CIRCLES(Chapter.SHAPING, "circles", "circles"),
    NAMED(Chapter.SHAPING, "named-groups", "named"),
    CUTS(Chapter.SHAPING, "cut-points", "cuts"),
    PLAYERS(Chapter.SHAPING, "key-players", "players"),
    BRIDGES(Chapter.SHAPING, "bridges", "bridges"),
    FLUCTUATION(Chapter.SHAPING, "fluctuation", "fluctuation"),
    TENURE(Chapter.SHAPING, "tenure", "tenure"),
    REACH(Chapter.SHAPING, "operative-reach", "reach"),
    LEVELS(Chapter.SHAPING, "levels", "levels"),
    FUNCTIONS(Chapter.SHAPING, "key-functions", "continuity"),
    HANDED_OVER(Chapter.SHAPING, "handed-over", "handed-over"),
    THREADS(Chapter.SHAPING, "single-thread-ties", "threads"),
    RHYTHM(Chapter.SHAPING, "regularity", "rhythm"),
    SILENCE(Chapter.SHAPING, "silence", "silence"),
    ATTENTION(Chapter.SHAPING, "attention", "attention"),
    NEUTRALITY(Chapter.SHAPING, "neutrality", "neutrality"),
    PROPOSALS(Chapter.SHAPING, "proposals", "motions"),
    FELT(Chapter.SHAPING, "felt-neutrality", "felt"),
    INTERESTS(Chapter.SHAPING, "interests", "interests"),
    INFORMED(Chapter.SHAPING, "information-reach", "informed"),
    FUNDED(Chapter.SHAPING, "funding", "funded"),
    CENTRAL(Chapter.SUSTAINING, "decentralisation", "central"),
    STEERING(Chapter.SUSTAINING, "steering-quotient", "steering"),
    ANCHORING(Chapter.SUSTAINING, "anchoring", "anchoring"),
    ARGUMENTS(Chapter.QUESTIONS, "arguments", "ask.arguments"),
    HARD_TO_REACH(Chapter.QUESTIONS, "hard-to-reach", "ask.hard-to-reach"),
    PORTFOLIO(Chapter.QUESTIONS, "portfolio", "ask.portfolio"),
    CONDITIONS(Chapter.QUESTIONS, "conditions", "ask.conditions");

    private final Chapter chapter;
    private final String id;
    private final String words;

    /// @param id of the measure's block, where the link comes from
    /// @param words the middle of the keys of the measure's words
    Reading(Chapter chapter, String id, String words) {
        this.chapter = chapter;
        this.id = id;
        this.words = words;
    }

    static List<ReadingPage.Measure> of(Chapter chapter, CheckDesk desk) {
        return Arrays.stream(values())
                .filter(it -> it.chapter == chapter)
                .map(it -> new ReadingPage.Measure(
                        it.id,
                        desk.say("networkcheck." + it.words + ".title"),
                        List.of(desk.say("networkcheck.read." + it.id).split("\\|"))))
                .toList();
    }
}
