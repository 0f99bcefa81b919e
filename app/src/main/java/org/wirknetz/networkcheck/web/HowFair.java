package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Neutrality;
import org.wirknetz.networkcheck.Referrals;
import org.wirknetz.networkcheck.course.Confidential;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whether the office introduces those who ask to all who offer alike (M11). For the office alone: an introduction is
/// known
/// to the two and to it.
record HowFair(
        Telling telling, Referrals referrals, Neutrality neutrality, Followed course, Map<UUID, Member> members) {

    private static final int MOST_ROWS = 20;

    static HowFair of(Telling telling, JdbcClient db, Map<UUID, Member> members, LocalDate day) {
        var known = Referrals.Known.of(db, day);
        var referrals = known.on(members.keySet(), day);
        boolean office = members.values().stream().anyMatch(Member::coordinator);
        return new HowFair(
                telling,
                referrals,
                referrals.neutrality(),
                Confidential.neutrality(known, telling.chronicle(), day, office),
                members);
    }

    /// With what the shares are compared.
    private String reference() {
        int partners = referrals.reference().size();
        var topic = referrals.topic();
        var unit = referrals.unit();
        if (topic == null) return telling.say("networkcheck.neutrality.reference", partners);
        return unit == null
                ? telling.say("networkcheck.neutrality.reference.topic", topic, partners)
                : telling.say("networkcheck.neutrality.reference.amount", topic, partners, referrals.whole(), unit);
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
                        enough ? telling.history(course) : null,
                        how(enough),
                        List.of(),
                        enough
                                ? neutrality.lines().stream()
                                        .limit(MOST_ROWS)
                                        .map(this::row)
                                        .toList()
                                : List.of(),
                        List.of(new Link(telling.say("networkcheck.neutrality.next"), telling.base() + "/matches")))
                .beside(enough ? new Comparing(telling).of(course, true) : CheckPage.Compared.NOTHING);
    }

    private List<String> how(boolean enough) {
        var how = new ArrayList<String>();
        how.add(telling.say("networkcheck.neutrality.how", Neutrality.FEWEST));
        how.add(reference());
        if (enough) how.add(telling.say("networkcheck.neutrality.course"));
        if (enough) how.add(telling.say("networkcheck.neutrality.apart", telling.number(neutrality.apart(), 2)));
        how.add(telling.say("networkcheck.check.method", Findings.METHOD_VERSION));
        return how;
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
