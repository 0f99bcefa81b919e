package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.platform.tables.NetworkTables;

/// Which rules the tables leave silent, and which table with which columns would let them speak. A rule that is silent
/// for want of data must not look like one that found nothing.
final class Waiting {

    private final NetworkTables tables;
    private final CheckWords words;
    private final List<String> sentences = new ArrayList<>();

    private Waiting(NetworkTables tables, CheckWords words) {
        this.tables = tables;
        this.words = words;
    }

    static List<String> of(NetworkTables tables, CheckWords words) {
        return new Waiting(tables, words).all();
    }

    private List<String> all() {
        unless(tables.ties().stream().anyMatch(it -> it.period().dated()), "fission");
        unless(tables.mandates().stream().anyMatch(it -> !it.former()), "key-person");
        unless(
                tables.mandates().stream().anyMatch(it -> !it.former() && it.level() != null)
                        || !tables.rooms().members().isEmpty(),
                "leadership");
        unless(tables.organisations().stream().anyMatch(it -> it.member().dated()), "fluctuation");
        unless(!tables.funding().isEmpty(), "funding");
        unless(!tables.contributions().isEmpty(), "one-sidedness");
        unless(tables.activities().stream().anyMatch(it -> it.isAttendance() && it.date() != null), "silent");
        unless(!tables.targets().isEmpty(), "role");
        sentences.add(words.say("check.waiting.platform"));
        return sentences;
    }

    private void unless(boolean there, String rule) {
        if (!there) sentences.add(words.say("check.waiting." + rule));
    }
}
