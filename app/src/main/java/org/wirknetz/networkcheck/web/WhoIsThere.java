package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wirknetz.analysis.Completeness;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Roles;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whom the network wants and who is there (M1).
record WhoIsThere(Telling telling) {

    Block completeness() {
        var completeness = counting(it -> true);
        var gaps = completeness.gaps();
        var sentence = gaps.isEmpty()
                ? telling.say(
                        "networkcheck.completeness.full", completeness.targets().size())
                : telling.say(
                        "networkcheck.completeness.gaps",
                        completeness.met(),
                        completeness.targets().size(),
                        Sentences.names(
                                telling.desk(),
                                gaps.stream().map(Completeness.Target::role).toList()));
        return new Block(
                        "completeness",
                        telling.say("networkcheck.completeness.title"),
                        sentence,
                        telling.say(
                                "networkcheck.of",
                                completeness.met(),
                                completeness.targets().size()),
                        telling.say("networkcheck.completeness.weighted", telling.number(completeness.share(), 2)),
                        telling.history(Tally.COMPLETENESS),
                        how(),
                        List.of(),
                        rows(completeness),
                        next())
                .beside(new Comparing(telling).of(Tally.COMPLETENESS));
    }

    private List<String> how() {
        var how = new ArrayList<>(telling.how("completeness", telling.found()));
        how.add(telling.say("networkcheck.completeness.then"));
        return how;
    }

    /// The same, counting only those of whom something was seen within twelve months: a name on a list fills no role.
    Block involved(Work work) {
        var seen = Roles.seen(telling.found().snapshot(), work);
        var all = counting(it -> true);
        var active = counting(it -> seen.contains(it.id()));
        var members = telling.found().snapshot().members();
        return new Block(
                        "involved",
                        telling.say("networkcheck.involved.title"),
                        telling.say(
                                "networkcheck.involved.sentence",
                                active.met(),
                                active.targets().size(),
                                all.met()),
                        telling.say(
                                "networkcheck.of",
                                active.met(),
                                active.targets().size()),
                        telling.say("networkcheck.completeness.weighted", telling.number(active.share(), 2)),
                        telling.history(Tally.INVOLVED),
                        List.of(
                                telling.say("networkcheck.involved.how"),
                                telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                        List.of(telling.say(
                                "networkcheck.involved.missing",
                                members.stream()
                                        .filter(it -> !seen.contains(it.id()))
                                        .count(),
                                members.size())),
                        rows(active),
                        next())
                .beside(new Comparing(telling).of(Tally.INVOLVED));
    }

    /// Without a target constellation nothing can be missing.
    Block nothingAgreed() {
        return new Block(
                "completeness",
                telling.say("networkcheck.completeness.title"),
                telling.say("networkcheck.completeness.no-target"),
                null,
                null,
                null,
                telling.how("completeness", telling.found()),
                List.of(),
                List.of(),
                next());
    }

    private Completeness counting(Predicate<Member> counts) {
        var snapshot = telling.found().snapshot();
        return Roles.filled(
                telling.chronicle().targetsOn(snapshot.asOf()),
                snapshot.members().stream().filter(counts).toList(),
                snapshot.asOf(),
                it -> it.role(telling.desk().locale()));
    }

    private List<Row> rows(Completeness completeness) {
        return completeness.targets().stream()
                .map(it -> new Row(
                        it.role(), telling.say("networkcheck.completeness.row", it.present(), it.required()), null))
                .toList();
    }

    private List<Link> next() {
        return List.of(new Link(telling.say("networkcheck.completeness.next"), telling.base() + "/targets"));
    }
}
