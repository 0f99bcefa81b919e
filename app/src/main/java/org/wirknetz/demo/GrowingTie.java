package org.wirknetz.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.demo.DemoNetwork.Tie;

/// A tie while the years are being drawn: it may still come to an end.
final class GrowingTie {
    final String from;
    final String to;
    final LocalDate since;
    private final String kind;
    private final String form;
    private final int strength;
    private final boolean mutual;
    final @Nullable String story;
    private @Nullable LocalDate ended;

    GrowingTie(Row row, LocalDate notBefore) {
        from = row.text("from");
        to = row.text("to");
        kind = row.text("kind");
        form = row.text("form");
        strength = row.whole("strength");
        mutual = row.yes("mutual");
        since = row.day("since").isBefore(notBefore) ? notBefore : row.day("since");
        story = row.text("story");
    }

    GrowingTie(String from, String to, LocalDate since, Draw draw, @Nullable String story) {
        boolean turned = draw.chance(0.5);
        this.from = turned ? to : from;
        this.to = turned ? from : to;
        this.since = since;
        this.story = story;
        kind = draw.weighted("tie-kind");
        form = draw.weighted("tie-form");
        strength = Integer.parseInt(draw.weighted("tie-strength"));
        mutual = draw.weighted("tie-confirmed").equals("both") || story != null;
    }

    boolean open() {
        return ended == null;
    }

    void end(LocalDate day) {
        ended = day.isAfter(since) ? day : since.plusDays(1);
    }

    boolean touches(String organisation) {
        return from.equals(organisation) || to.equals(organisation);
    }

    boolean joins(String one, String other) {
        return touches(one) && touches(other);
    }

    boolean told(String begin) {
        return story != null && story.startsWith(begin);
    }

    Tie grown(Setting setting) {
        var id = setting.id("tie", from + "/" + to + "/" + since);
        return new Tie(id, from, to, kind, form, strength, mutual, new Term(since, ended), story);
    }
}
