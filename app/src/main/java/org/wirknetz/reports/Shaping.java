package org.wirknetz.reports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Fluctuation;
import org.wirknetz.networkcheck.Formality;
import org.wirknetz.reports.Edition.Figure;

/// Shaping the network: how it hangs together, who comes and goes, how far contact reaches. Structure alone,
/// no names.
record Shaping(Material material, Speech speech) {

    List<Figure> figures() {
        return List.of(
                members(),
                documented(),
                confirmed(),
                ways(),
                cohesion(),
                circles(),
                cutPoints(),
                bridges(),
                fluctuation(),
                ties(),
                reciprocity(),
                formality(),
                reach());
    }

    private Figure members() {
        int organisations = material.organisations();
        long pairs = material.found().pairs();
        boolean told = organisations >= Count.FEWEST && Count.showable(pairs);
        return structural(
                "members",
                told
                        ? speech.say("reports.figure.members.sentence", organisations, pairs)
                        : speech.say("reports.figure.members.few", organisations),
                String.valueOf(organisations),
                speech.say("reports.how.members"));
    }

    private Figure documented() {
        var tied =
                new Count(material.organisations() - material.found().untied().size(), material.organisations());
        return speech.share("documented", tied, "organisations", "", speech.say("reports.how.documented"));
    }

    private Figure confirmed() {
        long pairs = material.found().pairs();
        return speech.share(
                "confirmed",
                new Count(pairs - material.found().oneSided(), pairs),
                "pairs",
                missing(),
                speech.say("networkcheck.words.how"));
    }

    private Figure ways() {
        var ways = material.found().ways();
        var mean = gate().index(SizeGate.Kind.DISTANCE, ways.mean());
        if (mean instanceof Display.Withheld(var why)) return closed("ways", why, "networkcheck.ways.how");
        var within = speech.shown(gate().ratio(SizeGate.Kind.DISTANCE, ways.withinTwo(), ways.all()));
        var value = speech.shown(mean);
        return structural(
                "ways",
                speech.say(
                        "reports.figure.ways.sentence",
                        value == null ? "" : value,
                        within == null ? "" : within,
                        ways.diameter().orElse(0)),
                value == null ? null : speech.say("reports.figure.ways.value", value),
                speech.say("networkcheck.ways.how"));
    }

    /// Of those that are tied alone: parts of one, taken from all parts, would be those without a tie.
    private Figure cohesion() {
        var why = barred(SizeGate.Kind.COUNT);
        if (why.isPresent()) return closed("cohesion", why.get(), "reports.how.cohesion");
        long parts = material.found().components().stream()
                .filter(it -> it.size() > 1)
                .count();
        return structural(
                "cohesion",
                parts < 2
                        ? speech.say("reports.figure.cohesion." + (parts == 0 ? "none" : "one"))
                        : speech.say("reports.figure.cohesion.many", parts),
                parts == 0 ? null : String.valueOf(parts),
                speech.say("reports.how.cohesion"));
    }

    private Figure circles() {
        var why = barred(SizeGate.Kind.COMMUNITIES);
        if (why.isPresent()) return closed("circles", why.get(), "networkcheck.circles.how");
        int circles = material.found().circles().size();
        return structural(
                "circles",
                circles < 2
                        ? speech.say("reports.figure.circles.one")
                        : speech.say("reports.figure.circles.many", circles),
                circles < 2 ? null : String.valueOf(circles),
                speech.say("networkcheck.circles.how"));
    }

    private Figure cutPoints() {
        var why = barred(SizeGate.Kind.CUT_POINT);
        if (why.isPresent()) return closed("cut-points", why.get(), "reports.how.cut-points");
        return speech.share(
                "cut-points",
                new Count(material.found().cutPoints().size(), material.organisations()),
                "organisations",
                missing(),
                speech.say("reports.how.cut-points"));
    }

    private Figure bridges() {
        var why = barred(SizeGate.Kind.CUT_POINT);
        if (why.isPresent()) return closed("bridges", why.get(), "reports.how.bridges");
        return speech.share(
                "bridges",
                new Count(material.found().bridges().size(), material.found().pairs()),
                "pairs",
                missing(),
                speech.say("reports.how.bridges"));
    }

    /// Each of the two could be taken from the numbers of members of two reports, so both are told or none.
    private Figure fluctuation() {
        var moved = Fluctuation.of(material.chronicle(), material.day());
        long came = moved.came().size();
        long left = moved.left().size();
        if (material.organisations() < Count.FEWEST)
            return closed("fluctuation", Display.Why.TOO_FEW_ORGANISATIONS, "networkcheck.fluctuation.how");
        boolean told = Count.showable(came) && Count.showable(left);
        return structural(
                "fluctuation",
                told
                        ? speech.say("reports.figure.fluctuation.sentence", came, left)
                        : speech.say("reports.figure.fluctuation.few", Count.LEAST),
                told ? speech.say("reports.figure.fluctuation.value", came, left) : null,
                speech.say("networkcheck.fluctuation.how"));
    }

    /// What is new is the pairs of now without those that were kept: told by the two, so it must be showable too.
    private Figure ties() {
        var ties = Fluctuation.of(material.chronicle(), material.day()).ties();
        if (ties.before() >= Count.FEWEST && !Count.showable(ties.gained()))
            return structural(
                    "ties", speech.say("reports.figure.ties.few", Count.LEAST), null, speech.say("reports.how.ties"));
        return speech.share(
                "ties", new Count(ties.kept(), ties.before()), "pairs", missing(), speech.say("reports.how.ties"));
    }

    private Figure reciprocity() {
        var given = material.reciprocity();
        return speech.share(
                "reciprocity",
                new Count(given.mutual(), given.mutual() + given.asymmetric()),
                "favours",
                speech.say("reports.missing.favours"),
                speech.say("reports.how.reciprocity"));
    }

    private Figure formality() {
        var formality = Formality.of(material.found().snapshot());
        return speech.share(
                "formality",
                new Count(formality.both() + formality.onlyWritten(), formality.pairs()),
                "pairs",
                missing(),
                speech.say("networkcheck.formality.how"));
    }

    private Figure reach() {
        var contacts = Acquaintances.of(
                        material.work(), material.found().snapshot().byId().keySet(), material.day())
                .levelled();
        return speech.share(
                "reach",
                new Count(contacts.operativePairs(), contacts.pairs()),
                "contacts",
                speech.say("reports.missing.levels"),
                speech.say("networkcheck.reach.how", Acquaintances.LARGEST_ROUND));
    }

    private SizeGate gate() {
        return material.found().gate();
    }

    private Optional<Display.Why> barred(SizeGate.Kind kind) {
        return gate().count(kind, 0) instanceof Display.Withheld(var why) ? Optional.of(why) : Optional.empty();
    }

    private String missing() {
        return speech.say("reports.missing." + material.untied().kind(), speech.told(material.untied()));
    }

    private Figure closed(String id, Display.Why why, String how) {
        return structural(id, speech.withheld(why), null, speech.say(how));
    }

    private Figure structural(String id, String sentence, @Nullable String value, String how) {
        return speech.figure(
                id,
                sentence,
                value,
                speech.say("reports.basis", material.organisations(), speech.say("reports.basis.organisations")),
                missing(),
                how);
    }
}
