package org.wirknetz.rounds.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.rounds.Beginnings.Beginning;
import org.wirknetz.rounds.RoundEntry;
import org.wirknetz.rounds.RoundKind;

/// What somebody typed about a round, kept as typed.
///
/// @param questions one a line
public record RoundForm(
        int version,
        String title,
        String intro,
        String kind,
        boolean anonymous,
        String dots,
        String closes,
        String questions) {

    static RoundForm of(Beginning beginning, LocalDate today) {
        return new RoundForm(
                0,
                beginning.title(),
                beginning.intro(),
                beginning.kind().name(),
                beginning.anonymous(),
                beginning.kind().rates() ? "0" : "3",
                today.plusDays(14).toString(),
                String.join("\n", beginning.questions()));
    }

    static RoundForm of(Map<String, String> given) {
        var version = given.getOrDefault("version", "");
        return new RoundForm(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                given.getOrDefault("title", "").strip(),
                given.getOrDefault("intro", "").strip(),
                kind(given.getOrDefault("kind", "")).name(),
                given.containsKey("anonymous"),
                given.getOrDefault("dots", "").strip(),
                given.getOrDefault("closes", "").strip(),
                given.getOrDefault("questions", "").strip());
    }

    static RoundForm of(RoundPage.Card card, List<RoundPage.Question> questions) {
        var closes = card.closesOn();
        var intro = card.intro();
        return new RoundForm(
                card.version(),
                card.title(),
                intro == null ? "" : intro,
                card.kind(),
                card.anonymous(),
                String.valueOf(card.dots()),
                closes == null ? "" : closes.toString(),
                String.join(
                        "\n",
                        questions.stream().map(RoundPage.Question::wording).toList()));
    }

    static RoundKind kind(String word) {
        return Arrays.stream(RoundKind.values())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElse(RoundKind.OPEN);
    }

    /// The holes in it.
    List<Problem> problems(Desk desk) {
        var problems = new ArrayList<Problem>();
        if (title.isEmpty()) problems.add(new Problem("title", desk.say("rounds.title-missing")));
        if (title.length() > 200) problems.add(new Problem("title", desk.say("rounds.too-long", 200)));
        if (intro.length() > 2000) problems.add(new Problem("intro", desk.say("rounds.too-long", 2000)));
        if (!dots.isEmpty() && number() == null)
            problems.add(new Problem("dots", desk.say("rounds.dots-wrong", RoundEntry.MOST_DOTS)));
        if (!closes.isEmpty()) {
            var day = day();
            if (day == null) problems.add(new Problem("closes", desk.say("rounds.no-day", cut(closes))));
            else if (day.isBefore(desk.today()))
                problems.add(new Problem("closes", desk.say("rounds.last-day-passed")));
        }
        var asked = lines();
        if (asked.isEmpty()) problems.add(new Problem("questions", desk.say("rounds.no-question")));
        if (asked.size() > RoundEntry.MOST_QUESTIONS)
            problems.add(new Problem("questions", desk.say("rounds.many-questions", RoundEntry.MOST_QUESTIONS)));
        if (asked.stream().anyMatch(it -> it.length() > RoundEntry.LONGEST_QUESTION))
            problems.add(new Problem("questions", desk.say("rounds.too-long", RoundEntry.LONGEST_QUESTION)));
        return List.copyOf(problems);
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private @Nullable Integer number() {
        if (!dots.matches("\\d{1,2}")) return null;
        int number = Integer.parseInt(dots);
        return number > RoundEntry.MOST_DOTS ? null : number;
    }

    private @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(closes);
            return day.getYear() > 2200 || day.getYear() < 1990 ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private List<String> lines() {
        return questions.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    /// Only of a form without holes.
    RoundEntry entry() {
        var number = number();
        return new RoundEntry(title, intro, kind(kind), anonymous, number == null ? 0 : number, day(), lines());
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
