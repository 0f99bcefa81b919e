package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.map.Layers;
import org.wirknetz.platform.web.Choice;

/// The form of the map: what can be shown, and what is chosen.
///
/// @param kinds names of the kinds of tie by key
record MapForm(CheckDesk desk, MapQuestion question, Map<String, String> kinds) {

    private static final int MOST_QUARTERS = 60;

    MapPage.Asked over(Chronicle chronicle, List<Member> members) {
        var layers = question.layers();
        var quarters = chronicle.quarters(desk.today(), MOST_QUARTERS);
        var since = question.since();
        return new MapPage.Asked(
                kinds.entrySet().stream()
                        .map(it -> new Choice(
                                it.getKey(),
                                it.getValue(),
                                layers.kinds().isEmpty() || layers.kinds().contains(it.getKey())))
                        .toList(),
                choices("said", Layers.Said.values(), layers.said()),
                choices("form", Layers.Form.values(), layers.form()),
                choices("confirmed", Layers.Confirmed.values(), layers.confirmed()),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(it -> new Choice(
                                String.valueOf(it),
                                desk.say("networkcheck.map.word.strengthFrom", it),
                                layers.strength() == it))
                        .toList(),
                !layers.coordinator(),
                chronicle.members().stream().anyMatch(Member::coordinator),
                question.asOf().toString(),
                since == null ? "" : since.toString(),
                desk.today().toString(),
                question.beside(),
                question.circles(),
                organisations(members, question.centre()),
                IntStream.rangeClosed(1, 2)
                        .mapToObj(it -> new Choice(
                                String.valueOf(it), desk.say("networkcheck.map.steps", it), question.steps() == it))
                        .toList(),
                organisations(members, question.to()),
                quarter(quarters.reversed().stream().filter(it -> it.isBefore(question.asOf()))),
                quarter(quarters.stream().filter(it -> it.isAfter(question.asOf()))),
                question.with("since", question.asOf().minusMonths(3).toString()),
                question.with("since", question.asOf().minusYears(1).toString()),
                !layers.equals(Layers.ALL),
                question.path());
    }

    private @Nullable String quarter(Stream<LocalDate> days) {
        return days.findFirst()
                .map(it -> question.with("asOf", it.equals(desk.today()) ? "" : it.toString()))
                .orElse(null);
    }

    private <E extends Enum<E>> List<Choice> choices(String what, E[] all, E chosen) {
        Function<E, Choice> choice = it -> new Choice(
                MapQuestion.word(it), desk.say("networkcheck.map." + what + "." + MapQuestion.word(it)), it == chosen);
        return Arrays.stream(all).map(choice).toList();
    }

    private List<Choice> organisations(List<Member> members, @Nullable UUID chosen) {
        return Stream.concat(
                        Stream.of(new Choice("", desk.say("networkcheck.map.whole"), chosen == null)),
                        members.stream()
                                .map(it -> new Choice(
                                        it.id().toString(), it.name(), it.id().equals(chosen))))
                .toList();
    }
}
