package org.wirknetz.networkcheck.whatif;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Imagined changes in their order, as an address holds them.
///
/// @param unread how many texts were none, or were more than [#MOST]
public record Play(List<Step> steps, int unread) {

    public static final int MOST = 40;

    /// So many characters a play may have in an address: a browser, and whatever stands before the server,
    /// takes no more than about eight thousand.
    public static final int LONGEST = 5_000;

    public static final Play NOTHING = new Play(List.of(), 0);

    public Play {
        steps = List.copyOf(steps);
    }

    /// Reads the first [#MOST] and counts the rest.
    public static Play of(String @Nullable [] texts) {
        if (texts == null) return NOTHING;
        var steps = new ArrayList<Step>();
        int looked = Math.min(MOST, texts.length);
        for (int at = 0; at < looked; at++) Step.read(texts[at]).ifPresent(steps::add);
        return new Play(steps, texts.length - steps.size());
    }

    /// With one step more. What undoes an earlier step takes that one away instead.
    public Play plus(Step step) {
        var undone = steps.stream().filter(it -> !undoes(step, it)).toList();
        if (undone.size() < steps.size()) return new Play(kept(undone, step), unread);
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Play(more, unread);
    }

    /// Without the steps that took it out.
    public Play withBack(java.util.UUID gone) {
        return new Play(
                steps.stream()
                        .filter(it -> !it.equals(new Step.Without(gone)) && !it.equals(new Step.Leaving(gone)))
                        .toList(),
                unread);
    }

    public Play withoutLast() {
        return steps.isEmpty() ? this : new Play(steps.subList(0, steps.size() - 1), 0);
    }

    public boolean isFull() {
        return steps.size() >= MOST;
    }

    /// Whether it asks about nobody who is there.
    public boolean nobodyLeaves() {
        return steps.stream().noneMatch(Step.Leaving.class::isInstance);
    }

    public boolean isLong() {
        return query().length() > LONGEST;
    }

    /// With an imagined organisation its ties and its people go.
    private static List<Step> kept(List<Step> steps, Step step) {
        if (!(step instanceof Step.Without(var newcomer))) return steps;
        return steps.stream()
                .filter(it -> !(it instanceof Step.Sitting sitting
                        && sitting.organisation().equals(newcomer)))
                .filter(it -> !(it instanceof Step.Added(var one, var other)
                        && Pair.of(one, other).touches(newcomer)))
                .filter(it -> !(it instanceof Step.Removed(var one, var other)
                        && Pair.of(one, other).touches(newcomer)))
                .toList();
    }

    private static boolean undoes(Step step, Step earlier) {
        return switch (step) {
            case Step.Added(var one, var other) ->
                earlier instanceof Step.Removed(var a, var b)
                        && Pair.of(one, other).equals(Pair.of(a, b));
            case Step.Removed(var one, var other) ->
                earlier instanceof Step.Added(var a, var b)
                        && Pair.of(one, other).equals(Pair.of(a, b));
            case Step.Without(var organisation) ->
                earlier instanceof Step.Newcomer newcomer && newcomer.id().equals(organisation);
            case Step.Newcomer ignored -> false;
            case Step.Sitting ignored -> false;
            case Step.Leaving(var person) ->
                earlier instanceof Step.Sitting sitting && sitting.id().equals(person);
        };
    }

    /// What stands behind the question mark of an address; empty without steps.
    public String query() {
        return steps.stream()
                .map(it -> "step="
                        + URLEncoder.encode(it.written(), StandardCharsets.UTF_8)
                                .replace("%7E", "~"))
                .collect(Collectors.joining("&"));
    }
}
