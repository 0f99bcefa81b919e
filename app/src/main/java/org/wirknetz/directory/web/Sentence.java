package org.wirknetz.directory.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Filter;

/// The filters of a list, read one after the other as a sentence.
final class Sentence {

    private final Desk desk;
    private final ListQuestion question;
    private final List<Filter> filters = new ArrayList<>();

    Sentence(Desk desk, ListQuestion question) {
        this.desk = desk;
        this.question = question;
    }

    /// One filter; left out where there is nothing to choose.
    ///
    /// @param words before the chip, may be empty
    Sentence part(String words, String name, List<Choice> choices) {
        if (choices.isEmpty()) return this;
        var options = choices.stream()
                .map(choice -> new Filter.Option(
                        choice.label(),
                        question.with(name, choice.value()),
                        choice.value().equals(question.get(name))))
                .toList();
        var chosen = options.stream()
                .filter(Filter.Option::chosen)
                .map(Filter.Option::label)
                .findFirst();
        filters.add(new Filter(
                words,
                chosen.orElseGet(() -> desk.say("directory.filter." + name)),
                question.has(name),
                options,
                question.without(name)));
        return this;
    }

    List<Filter> filters() {
        return List.copyOf(filters);
    }
}
