package org.wirknetz.networkcheck.web;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Layouts;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.networkcheck.map.Freezing;
import org.wirknetz.networkcheck.map.FrozenMaps;

/// Copies the map as an address shows it: its day and its layers. A centre and a way are left out: what
/// is approved is the network, not the neighbourhood of one.
@Component
class Freezer {

    private final Chronicles chronicles;
    private final Layouts layouts;
    private final Ties ties;
    private final FrozenMaps frozen;
    private final CheckDesk desk;
    private final SecureRandom random = new SecureRandom();

    Freezer(Chronicles chronicles, Layouts layouts, Ties ties, FrozenMaps frozen, CheckDesk desk) {
        this.chronicles = chronicles;
        this.layouts = layouts;
        this.ties = ties;
        this.frozen = frozen;
        this.desk = desk;
    }

    /// @param query parameters of the map's address
    UUID freeze(String title, boolean pseudonyms, String query) {
        var kinds = ties.kinds().stream().collect(Collectors.toMap(TieKind::key, Function.identity()));
        var question = MapQuestion.parsed("", query, desk, kinds.keySet());
        var chronicle = chronicles.current();
        var snapshot = question.layers().of(chronicle, question.asOf());
        var network = pseudonyms
                ? Freezing.hidden(
                        snapshot,
                        chronicle.groups(),
                        List.of(
                                desk.words().say(Locale.GERMAN, "networkcheck.frozen.others"),
                                desk.words().say(Locale.ENGLISH, "networkcheck.frozen.others")),
                        random)
                : Freezing.named(snapshot, layouts.of(chronicle), chronicle.groups(), key -> {
                    var kind = kinds.get(key);
                    return kind == null ? List.of(key, key) : Freezing.names(kind, desk.words());
                });
        return frozen.freeze(title, question.asOf(), network);
    }
}
