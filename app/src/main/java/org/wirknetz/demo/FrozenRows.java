package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.map.Freezing;
import org.wirknetz.networkcheck.map.FrozenMaps;
import org.wirknetz.platform.Words;

/// A map under pseudonyms that the office of a demo network has frozen and approved, so that funders find
/// one. Here alone the letters are drawn from the seed of the demo: its organisations are invented, and it
/// is to be the same every time.
record FrozenRows(DemoNetwork network, Chronicles chronicles, FrozenMaps frozen, Words words) {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    /// In the scope of somebody of the office, once everything else is there.
    void write() {
        var chronicle = chronicles.current();
        var snapshot = chronicle.asOf(DAY);
        if (snapshot.withoutCoordinator().members().size() < Freezing.FEWEST_HIDDEN) return;
        var draw = new Draw(network.slug().hashCode() * 31L + 7);
        RandomGenerator letters = draw::bits;
        var others = List.of(
                words.say(Locale.GERMAN, "networkcheck.frozen.others"),
                words.say(Locale.ENGLISH, "networkcheck.frozen.others"));
        var map = frozen.freeze(
                words.say(Locale.GERMAN, "demo.frozen-map"),
                DAY,
                Freezing.hidden(snapshot, chronicle.groups(), others, letters));
        frozen.approve(map);
    }
}
