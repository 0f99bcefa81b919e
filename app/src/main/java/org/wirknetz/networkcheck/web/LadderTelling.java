package org.wirknetz.networkcheck.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Anchoring.Sign;

/// Says how firmly a partner is anchored: its level, what falls with whom, the next rung and where to take it.
record LadderTelling(CheckDesk desk, JdbcClient db, String base) {

    private static final int FORECAST_MONTHS = 12;

    String sentence(Anchoring.Partner partner) {
        var soon = partner.levelOn(desk.today().plusMonths(FORECAST_MONTHS));
        return desk.say("networkcheck.anchoring.of.sentence", partner.level())
                + (soon < partner.level() ? " " + desk.say("networkcheck.anchoring.forecast", soon) : "")
                + partner.next()
                        .map(it -> " " + desk.say("networkcheck.anchoring.next", step(it)))
                        .orElse("");
    }

    String step(Sign sign) {
        return desk.say("networkcheck.anchoring.step." + sign);
    }

    /// People are named to the office alone; to the partner it is enough that the sign hangs on one person.
    List<String> falls(Anchoring.Partner partner, boolean named) {
        var names = named ? names(List.of(partner)) : Map.<UUID, String>of();
        return partner.falls().stream()
                .map(it -> {
                    var signs = signs(it.lost());
                    int left = partner.level() - it.lost().size();
                    var name = names.get(it.person());
                    return name == null
                            ? desk.say("networkcheck.anchoring.falls.somebody", left, signs)
                            : desk.say("networkcheck.anchoring.falls", left, name, signs);
                })
                .distinct()
                .toList();
    }

    String signs(Set<Sign> signs) {
        return Arrays.stream(Sign.values())
                .filter(signs::contains)
                .map(it -> desk.say("networkcheck.anchoring.sign." + it))
                .collect(Collectors.joining(", "));
    }

    Map<UUID, String> names(List<Anchoring.Partner> partners) {
        var people = partners.stream()
                .flatMap(it -> it.falls().stream())
                .map(Anchoring.Fall::person)
                .collect(Collectors.toSet());
        if (people.isEmpty()) return Map.of();
        return db
                .sql(
                        "select id, name from directory.person_card where network = platform.network() and id in (:people)")
                .param("people", people)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<LadderPage.Rung> rungs(Anchoring.Partner partner) {
        var next = partner.next().orElse(null);
        return Arrays.stream(Sign.values())
                .map(it -> new LadderPage.Rung(
                        it,
                        partner.has(it),
                        it == next,
                        partner.has(it) ? partner.ends().get(it) : null,
                        StepsPage.Action.link(
                                step(it), where(it, partner.member().id()))))
                .toList();
    }

    private String where(Sign sign, UUID organisation) {
        return switch (sign) {
            case OPERATIVE -> base + "/check/levels/" + organisation;
            case DEPUTY -> base + "/organisations/" + organisation;
            case AGREEMENT -> base + "/agreements/new";
            case BOARD, HOURS, BUDGET -> "#entry";
        };
    }
}
