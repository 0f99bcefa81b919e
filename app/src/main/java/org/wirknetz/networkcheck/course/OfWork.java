package org.wirknetz.networkcheck.course;

import java.util.stream.Collectors;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Regularity;
import org.wirknetz.networkcheck.Silence;
import org.wirknetz.networkcheck.Steering;
import org.wirknetz.networkcheck.Voice;

/// Counts of what people did.
final class OfWork {

    /// Fewer chances than these say nothing about how they are spread.
    private static final int FEWEST_CHANCES = 20;

    private OfWork() {}

    static Taken voice(Sight sight) {
        var chances =
                Voice.of(sight.work(), sight.snapshot().members(), sight.day()).byMember();
        return gone -> {
            var counted = chances.entrySet().stream()
                    .filter(it -> !it.getKey().equals(gone))
                    .mapToDouble(it -> it.getValue())
                    .toArray();
            var spread = Inequality.of(counted);
            return spread.sum() < FEWEST_CHANCES ? new Portion(0, 0) : Portion.index(spread.evenness());
        };
    }

    static Taken deputies(Sight sight) {
        return Taken.share(
                sight.work().functionsOn(sight.day()),
                it -> it.deputy() != null,
                (it, gone) -> it.organisation().equals(gone));
    }

    static Taken rhythm(Sight sight) {
        var found = Regularity.of(sight.work(), sight.day());
        return Taken.plain(found.held(), found.called());
    }

    static Taken silence(Sight sight) {
        var found = Silence.of(sight.work(), sight.snapshot().members(), sight.day());
        if (!found.recorded()) return Taken.plain(0, 0);
        var quiet = found.quiet().stream().map(it -> it.member().id()).collect(Collectors.toSet());
        return Taken.share(
                sight.snapshot().members().stream()
                        .filter(it -> !it.coordinator())
                        .toList(),
                it -> quiet.contains(it.id()),
                (it, gone) -> it.id().equals(gone));
    }

    static Taken steering(Sight sight) {
        var offices = sight.snapshot().members().stream()
                .filter(Member::coordinator)
                .map(Member::id)
                .collect(Collectors.toSet());
        var found = Steering.of(sight.work(), offices, sight.day());
        return Taken.plain(found.office(), found.all());
    }

    static Taken anchoring(Sight sight) {
        return Taken.share(
                Anchoring.of(sight.snapshot(), sight.work(), sight.day()).partners(),
                it -> it.level() >= Anchoring.FIRM,
                (it, gone) -> it.member().id().equals(gone));
    }
}
