package org.wirknetz.equality.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.Definition;
import org.wirknetz.equality.Release;
import org.wirknetz.platform.web.Desk;

/// One protected number: where it stands, why it is hidden, between which numbers a reader knows it to be.
public record AuditRow(String line, String column, String cause, String span) {

    private record Verdict(
            int position,
            String place,
            String cause,
            long low,
            @Nullable Long high) {}

    static List<AuditRow> of(JdbcClient db, Release release, Definition definition, ReleaseWords words, Desk desk) {
        var places = ReleaseWords.places(release, definition);
        var columns = words.columns(release, definition);
        return db.sql("""
                        select position, place, cause, low, high from equality.verdict where release = ?
                         order by position = 0, position, place
                        """).param(release.head().id()).query(Verdict.class).list().stream()
                .map(it -> new AuditRow(
                        release.lines().stream()
                                .filter(line -> line.position() == it.position())
                                .findFirst()
                                .map(words::name)
                                .orElseThrow(),
                        columns.get(places.indexOf(it.place())),
                        desk.say("equality.cause." + it.cause()),
                        span(it, words, desk)))
                .toList();
    }

    private static String span(Verdict it, ReleaseWords words, Desk desk) {
        var high = it.high();
        return high == null
                ? desk.say("equality.span.open", words.number(it.low()))
                : desk.say("equality.span", words.number(it.low()), words.number(high));
    }
}
