package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.whatif.Play;
import org.wirknetz.networkcheck.whatif.Step;

/// What an address asks of a play: the steps so far, and one move more.
///
/// @param moves whether there is a move
/// @param problem key of the words that say why the move is none; empty where it is one
record WhatIfAsked(Play play, boolean moves, String problem) {

    /// A play, and one move with a name in a script of three bytes a letter.
    private static final int LONGEST = Play.LONGEST + 1_000;

    static WhatIfAsked of(HttpServletRequest request) {
        var address = request.getQueryString();
        if (address != null && address.length() > LONGEST)
            return new WhatIfAsked(Play.NOTHING, true, "networkcheck.what-if.long");
        var play = Play.of(request.getParameterValues("step"));
        var act = request.getParameter("act");
        if (act == null) return new WhatIfAsked(play, false, "");
        return switch (act) {
            case "add" -> pair(play, request, Step.Added::new);
            case "remove" -> pair(play, request, Step.Removed::new);
            case "without" ->
                moved(play, id(request, "organisation").map(Step.Without::new), "networkcheck.what-if.choose-one");
            case "leave" ->
                moved(play, id(request, "person").map(Step.Leaving::new), "networkcheck.what-if.choose-person");
            case "new" ->
                moved(
                        play,
                        Step.newcomer(said(request, "group"), said(request, "name")),
                        "networkcheck.what-if.choose-name");
            case "sit" ->
                moved(
                        play,
                        Step.sitting(
                                said(request, "employer"),
                                said(request, "level"),
                                said(request, "body"),
                                said(request, "colleague")),
                        "networkcheck.what-if.choose-seat");
            case "back" ->
                id(request, "gone")
                        .map(it -> new WhatIfAsked(play.withBack(it), true, ""))
                        .orElseGet(() -> new WhatIfAsked(play, true, "networkcheck.what-if.choose-one"));
            default -> new WhatIfAsked(play, true, "networkcheck.what-if.no-move");
        };
    }

    private static WhatIfAsked pair(
            Play play, HttpServletRequest request, java.util.function.BiFunction<UUID, UUID, Step> made) {
        var from = id(request, "from");
        var to = id(request, "to");
        if (from.isPresent() && from.equals(to))
            return new WhatIfAsked(play, true, "networkcheck.what-if.choose-other");
        return moved(
                play, from.flatMap(one -> to.map(other -> made.apply(one, other))), "networkcheck.what-if.choose-two");
    }

    private static WhatIfAsked moved(Play play, Optional<? extends Step> step, String problem) {
        if (step.isEmpty()) return new WhatIfAsked(play, true, problem);
        if (play.isFull()) return new WhatIfAsked(play, true, "networkcheck.what-if.full");
        var more = play.plus(step.get());
        return more.isLong()
                ? new WhatIfAsked(play, true, "networkcheck.what-if.long")
                : new WhatIfAsked(more, true, "");
    }

    private static Optional<UUID> id(HttpServletRequest request, String name) {
        return Step.id(said(request, name));
    }

    private static String said(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
