package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Referrals;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whether the office introduces those who ask to all who offer alike (M11). For the office alone: an introduction is
/// known
/// to the two and to it.
record HowFair(Telling telling, Neutrality neutrality, Map<UUID, Member> members) {

    private static final int MOST_ROWS = 20;

    static HowFair of(Telling telling, JdbcClient db, Map<UUID, Member> members, LocalDate day) {
        return new HowFair(telling, Referrals.neutrality(db, members.keySet(), day), members);
    }

    Block block() {
        boolean enough = neutrality.enough();
        return new Block(
                "neutrality",
                telling.say("networkcheck.neutrality.title"),
                !enough
                        ? telling.say("networkcheck.neutrality.few", neutrality.cases(), Neutrality.FEWEST)
                        : telling.say(
                                "networkcheck.neutrality.sentence",
                                neutrality.differing().size(),
                                neutrality.lines().size(),
                                neutrality.cases()),
                null,
                null,
                null,
                List.of(
                        telling.say("networkcheck.neutrality.how", Neutrality.FEWEST),
                        enough
                                ? telling.say("networkcheck.neutrality.apart", telling.number(neutrality.apart(), 2))
                                : telling.say(
                                        "networkcheck.neutrality.reference",
                                        neutrality.lines().size()),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                List.of(),
                enough
                        ? neutrality.lines().stream()
                                .limit(MOST_ROWS)
                                .map(this::row)
                                .toList()
                        : List.of(),
                List.of(new Link(telling.say("networkcheck.neutrality.next"), telling.base() + "/matches")));
    }

    private Row row(Neutrality.Line line) {
        var member = members.get(line.partner());
        return new Row(
                member == null ? "" : member.name(),
                telling.say(
                        line.differs() ? "networkcheck.neutrality.differs" : "networkcheck.neutrality.row",
                        line.referrals(),
                        neutrality.cases(),
                        Math.round(100 * line.interval().low()),
                        Math.round(100 * line.interval().high()),
                        Math.round(100 * line.share())),
                telling.base() + "/organisations/" + line.partner());
    }
}
