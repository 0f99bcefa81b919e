package org.wirknetz.networkcheck.web;

import java.util.List;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.platform.web.Choice;

/// A play as the page tells it.
///
/// @param sentence the play in one sentence
/// @param query the steps taken, as an address holds them
/// @param undone the steps without the last
/// @param link where colleagues find the same play
/// @param state what is drawn, for the script
/// @param notices steps that could not be taken and moves that are none
/// @param limits why little can be told, or empty
/// @param discretion which readings this reader does not get, and why; empty where all are there
/// @param hidden the steps taken, one by one, for the forms
/// @param choices what the forms offer
public record WhatIfPage(
        String sentence,
        String query,
        String undone,
        String link,
        String state,
        List<String> hidden,
        List<Told> steps,
        List<String> notices,
        List<String> limits,
        List<Part> parts,
        String discretion,
        Raised raised,
        Choices choices) {

    /// A step in words, and what makes it real.
    public record Told(String sentence, List<String> details, List<Link> links) {}

    /// The readings of one chapter.
    public record Part(String title, List<Row> rows) {}

    /// @param href where it is explained; empty for plain sizes
    /// @param changed whether the play changes what is shown
    public record Row(
            String key, String name, String href, String now, String then, String difference, boolean changed) {}

    /// @param shown whether the reader is told of alarms at all
    public record Raised(boolean shown, List<String> arising, List<String> over) {
        static final Raised NOTHING = new Raised(false, List.of(), List.of());
    }

    /// @param people empty where the reader may not ask about anybody
    /// @param bodies where somebody could sit; empty where the reader may not see who sits there for whom
    public record Choices(
            List<Choice> organisations,
            List<Choice> groups,
            List<Choice> people,
            List<Choice> bodies,
            List<Choice> levels) {
        static final Choices NONE = new Choices(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// Whether moves are offered; a look ahead while a hand still draws offers none.
    public boolean offers() {
        return !choices.organisations().isEmpty();
    }

    public boolean playing() {
        return !steps.isEmpty();
    }

    public String file(String name) {
        return MapFiles.address(name);
    }
}
