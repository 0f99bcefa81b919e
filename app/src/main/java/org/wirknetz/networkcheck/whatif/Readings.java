package org.wirknetz.networkcheck.whatif;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.wirknetz.analysis.Betweenness;
import org.wirknetz.analysis.Degrees;
import org.wirknetz.analysis.Dependency;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Formality;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Roles;
import org.wirknetz.networkcheck.Silence;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Target;
import org.wirknetz.networkcheck.Voice;
import org.wirknetz.networkcheck.Work;

/// Every reading of one network, as the size gates let it be shown: by the same computations as the chapters.
///
/// @param beside the check these readings stand beside: what may not be told of it is not told here either,
///     or an imagined organisation without ties would tell what today withholds
/// @param known who knows whom
/// @param given what was given and taken among the members
/// @param functions key functions of today, whoever holds them
record Readings(
        Findings found,
        Findings beside,
        Work work,
        List<Target> targets,
        Acquaintances known,
        Reciprocity given,
        int functions) {

    private static final int FEWEST_PARTNERS = 4;
    private static final int PERCENT = 100;

    Map<Reading, Display> all() {
        var all = new EnumMap<Reading, Display>(Reading.class);
        all.put(Reading.ORGANISATIONS, new Display.Number(found.organisations(), 0));
        all.put(Reading.PAIRS, new Display.Number(found.pairs(), 0));
        standards(all);
        ways(all);
        structure(all);
        people(all);
        office(all);
        return all;
    }

    private Snapshot snapshot() {
        return found.snapshot();
    }

    private LocalDate day() {
        return snapshot().asOf();
    }

    private SizeGate gate() {
        return found.gate().and(beside.gate());
    }

    /// For what does not depend on how much is known of ties.
    private SizeGate bySize() {
        return SizeGate.of(Math.min(found.organisations(), beside.organisations()));
    }

    private static Display undefined() {
        return new Display.Withheld(Display.Why.UNDEFINED);
    }

    private void standards(Map<Reading, Display> all) {
        var seen = Roles.seen(snapshot(), work);
        all.put(Reading.MIXTURE, kinds());
        all.put(Reading.COMPLETENESS, met(snapshot().members()));
        all.put(
                Reading.INVOLVED,
                met(snapshot().members().stream()
                        .filter(it -> seen.contains(it.id()))
                        .toList()));
    }

    /// How many kinds of partners there are.
    private Display kinds() {
        long kinds = snapshot().members().stream()
                .filter(it -> !it.coordinator() && !it.group().isEmpty())
                .map(Member::group)
                .distinct()
                .count();
        return kinds == 0 ? undefined() : bySize().count(SizeGate.Kind.COUNT, kinds);
    }

    private Display met(List<Member> members) {
        if (targets.isEmpty()) return undefined();
        int met = Roles.filled(targets, members, day(), Target::group).met();
        return new Display.Fraction(met, targets.size());
    }

    private void ways(Map<Reading, Display> all) {
        var ways = found.ways();
        boolean some = ways.mean().isPresent();
        all.put(Reading.WAYS, gate().index(SizeGate.Kind.DISTANCE, ways.mean()));
        all.put(Reading.WITHIN_TWO, gate().ratio(SizeGate.Kind.DISTANCE, ways.withinTwo(), ways.all()));
        all.put(
                Reading.LONGEST,
                some
                        ? gate().count(SizeGate.Kind.DISTANCE, ways.diameter().orElse(0))
                        : gate().index(SizeGate.Kind.DISTANCE, OptionalDouble.empty()));
        all.put(Reading.EFFICIENCY, gate().index(SizeGate.Kind.INDEX, ways.efficiency()));
    }

    private void structure(Map<Reading, Display> all) {
        var written = Formality.of(snapshot());
        all.put(
                Reading.FORMALITY,
                gate().ratio(SizeGate.Kind.COUNT, (long) written.both() + written.onlyWritten(), written.pairs()));
        all.put(
                Reading.RECIPROCITY,
                bySize().ratio(SizeGate.Kind.COUNT, given.mutual(), given.mutual() + given.asymmetric()));
        all.put(
                Reading.PARTS,
                gate().count(SizeGate.Kind.COUNT, found.components().size()));
        all.put(
                Reading.UNTIED,
                bySize().count(SizeGate.Kind.COUNT, found.untied().size()));
        int circles = found.circles().size();
        all.put(Reading.CIRCLES, gate().count(SizeGate.Kind.COMMUNITIES, circles < 2 ? 0 : circles));
        all.put(
                Reading.CUT_POINTS,
                gate().count(SizeGate.Kind.CUT_POINT, found.cutPoints().size()));
        all.put(
                Reading.BRIDGES,
                gate().count(SizeGate.Kind.CUT_POINT, found.bridges().size()));
    }

    private void people(Map<Reading, Display> all) {
        var members = snapshot().members();
        var voice = Voice.of(work, members, day());
        all.put(Reading.VOICE, bySize().ratio(SizeGate.Kind.COUNT, voice.coordinator(), voice.all()));
        all.put(Reading.REACH, contacts(known.levelled(), known.levelled().operativePairs()));
        all.put(
                Reading.THREADS,
                contacts(known.all(), known.all().singleThread().size()));
        long deputised = work.functionsOn(day()).stream()
                .filter(it -> it.deputy() != null)
                .count();
        all.put(Reading.FUNCTIONS, functions == 0 ? undefined() : new Display.Fraction(deputised, functions));
        var silence = Silence.of(work, members, day());
        all.put(
                Reading.SILENCE,
                silence.recorded()
                        ? bySize().ratio(SizeGate.Kind.COUNT, silence.quiet().size(), silence.members())
                        : undefined());
    }

    private Display contacts(PersonalContacts contacts, int part) {
        return bySize().ratio(SizeGate.Kind.COUNT, part, contacts.pairs());
    }

    private void office(Map<Reading, Display> all) {
        var anchoring = Anchoring.of(snapshot(), work, day());
        int partners = anchoring.partners().size();
        all.put(
                Reading.ANCHORING,
                Math.min(partners, partners(beside)) < FEWEST_PARTNERS
                        ? new Display.Withheld(Display.Why.TOO_FEW_ORGANISATIONS)
                        : new Display.Fraction(anchoring.firm(), partners));
        var graph = found.graph();
        all.put(Reading.DEGREES, index(Degrees.of(graph).centralisation()));
        all.put(Reading.BETWEENNESS, index(Betweenness.of(graph).centralisation()));
        var office = snapshot().members().stream().filter(Member::coordinator).findFirst();
        if (office.isEmpty()) {
            for (var one : Set.of(
                    Reading.OFFICE_TIES, Reading.DEPENDENCY, Reading.DEGREES_WITHOUT, Reading.BETWEENNESS_WITHOUT))
                all.put(one, undefined());
            return;
        }
        UUID id = office.get().id();
        int node = graph.node(id.toString());
        var others = graph.without(node);
        all.put(
                Reading.OFFICE_TIES,
                gate().ratio(SizeGate.Kind.COUNT, graph.degree(node), Math.max(0, graph.size() - 1)));
        var loss = Dependency.on(graph, node).loss();
        var measured = index(loss);
        all.put(
                Reading.DEPENDENCY,
                measured instanceof Display.Number && loss.isPresent()
                        ? new Display.Percent(PERCENT * Math.max(0, loss.getAsDouble()), 0)
                        : measured);
        all.put(Reading.DEGREES_WITHOUT, index(Degrees.of(others).centralisation()));
        all.put(Reading.BETWEENNESS_WITHOUT, index(Betweenness.of(others).centralisation()));
    }

    private static int partners(Findings found) {
        return (int) found.snapshot().members().stream()
                .filter(it -> !it.coordinator())
                .count();
    }

    private Display index(OptionalDouble value) {
        return gate().index(SizeGate.Kind.INDEX, value);
    }
}
