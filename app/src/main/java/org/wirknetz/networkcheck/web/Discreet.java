package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Discretion;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.whatif.Reading;

/// Tells those who are not the office what counts things known of each partner to the office alone as of the end
/// of the last quarter that is over, and always with the coordination office counted in (docs/decisions/0264).
@Component
class Discreet {

    private static final Set<String> CONCERNED = Arrays.stream(Reading.values())
            .filter(Reading::isDiscreet)
            .map(Reading::anchor)
            .collect(Collectors.toUnmodifiableSet());

    private final Checks checks;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    Discreet(Checks checks, NetworkcheckPermissions may, CheckDesk desk) {
        this.checks = checks;
        this.may = may;
        this.desk = desk;
    }

    /// @param blocks what is shown of a day, as it is told
    List<Block> of(Visitor visitor, Telling telling, Function<Telling, List<Block>> blocks) {
        var shown = blocks.apply(telling);
        if (may.seeRisks(visitor) || shown.stream().noneMatch(Discreet::concerns)) return shown;
        var day = Discretion.last(telling.found().snapshot().asOf(), desk.today());
        var then = blocks.apply(asOf(day, telling)).stream().collect(Collectors.toMap(Block::id, it -> it));
        return shown.stream()
                .flatMap(it -> concerns(it)
                        ? Optional.ofNullable(then.get(it.id())).map(old -> dated(old, day)).stream()
                        : Optional.of(it).stream())
                .toList();
    }

    private static boolean concerns(Block block) {
        return CONCERNED.contains(block.id());
    }

    private Telling asOf(LocalDate day, Telling telling) {
        var chronicle = telling.chronicle();
        return new Telling(
                desk,
                telling.base(),
                chronicle,
                checks.of(chronicle, day, true),
                checks.of(chronicle, day, false),
                telling.followed() == Checks.History.NONE
                        ? Checks.History.NONE
                        : checks.history(chronicle, day, true).answer().orElse(Checks.History.NONE),
                telling.enters());
    }

    private Block dated(Block block, LocalDate day) {
        return block.saying(
                desk.say("networkcheck.discreet.sentence", desk.date(day), block.sentence()),
                desk.say("networkcheck.discreet.how"));
    }
}
