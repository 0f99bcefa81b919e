package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.course.Course;

/// The result of a network check: section 4 of the contract, and what the report needs besides (gaps, coordinator).
/// Values are unrounded; `display` alone obeys size gates and rounding. Everything is sorted by key, so that the same
/// tables
/// give the same bytes whatever the order of their rows.
///
/// @param indispensable the fewest without whom the network falls apart; null where there are no ties to tell
/// @param courses how a measure came to be, and how it stands beside chance; none while nobody has looked
public record CheckResult(
        Facts network,
        List<Measure> measures,
        List<OrganisationValues> organisations,
        List<Community> communities,
        List<String> cutPoints,
        List<Pair> bridges,
        List<List<String>> components,
        List<Imbalance> imbalances,
        List<Signal> signals,
        List<Coverage> coverage,
        List<NamedGroup> namedGroups,
        @Nullable Indispensable indispensable,
        Map<MeasureId, Course> courses) {

    public CheckResult {
        courses = Map.copyOf(courses);
    }

    /// @param ties pairs with a tie in either direction
    /// @param oneSidedTies those that only one side reports
    /// @param responseShare members of whom ties are known / members: those that answered, on the platform
    /// those with a tie; null when the tables do not say
    /// @param gate what may be shown of how they are tied
    public record Facts(
            String name,
            LocalDate asOf,
            int organisations,
            long ties,
            long oneSidedTies,
            @Nullable Double responseShare,
            @Nullable String coordinator,
            SizeGate gate) {}

    /// @param value null exactly when `withheld` says why
    /// @param counts the sixteen counts of the triad census; empty for every other measure
    /// @param missing share of the boundary without the data that the measure needs; null when unknown
    /// @param basis the tables it was measured on
    public record Measure(
            MeasureId id,
            @Nullable Double value,
            Map<String, Long> counts,
            @Nullable Double numerator,
            @Nullable Double denominator,
            int n,
            @Nullable Double missing,
            String display,
            @Nullable Withheld withheld,
            List<String> basis) {
        /// @param told whether the words for it are kept
        Measure discreet(boolean told, String silence) {
            if (told && withheld != null) return this;
            return new Measure(
                    id,
                    null,
                    Map.of(),
                    null,
                    null,
                    n,
                    null,
                    told ? display : silence,
                    Withheld.DISCREET,
                    List.of("organisations"));
        }

        Measure showing(String text) {
            return new Measure(id, value, counts, numerator, denominator, n, missing, text, withheld, basis);
        }
    }

    /// Values are null where the tables hold no ties at all, and `constraint` also for an organisation without any.
    public record OrganisationValues(
            String key,
            String name,
            List<String> groups,
            @Nullable Integer degree,
            @Nullable Integer inDegree,
            @Nullable Integer outDegree,
            @Nullable Double closeness,
            @Nullable Double harmonic,
            @Nullable Double betweenness,
            @Nullable Double constraint,
            @Nullable Integer core,
            @Nullable Double pageRank,
            @Nullable Double clustering,
            @Nullable Integer community) {}

    /// @param external ties that leave the community
    /// @param internal ties inside it
    /// @param ei −1 closed … +1 open; null without ties
    public record Community(
            int id,
            List<String> members,
            long external,
            long internal,
            @Nullable Double ei) {}

    public record Pair(String one, String other) {
        /// The two in the order of their keys.
        public static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /// @param given from `one` to `other`
    public record Imbalance(
            String one, String other, double given, double received, double imbalance, boolean reminder) {}

    /// A reason to talk, never a verdict: the rule, the numbers, the period, what would switch it off.
    public record Signal(
            String rule,
            List<String> subject,
            String evidence,
            String period,
            String switchOff,
            List<String> suggestions) {

        /// The subject of a signal about a role that is not filled.
        public static List<String> ofRole(Coverage wish) {
            return List.of(wish.area().isEmpty() ? wish.group() : wish.group() + " · " + wish.area());
        }
    }

    /// One wish of the target constellation and who is there for it.
    public record Coverage(String group, String area, double weight, int required, List<String> present) {
        public boolean met() {
            return present.size() >= required;
        }
    }

    /// The same figures, with give and take named only for the pairs the reader may see, as keys in either order.
    public CheckResult showing(Set<List<String>> pairs) {
        return new CheckResult(
                network,
                measures,
                organisations,
                communities,
                cutPoints,
                bridges,
                components,
                imbalances.stream()
                        .filter(it -> pairs.contains(List.of(it.one(), it.other())))
                        .toList(),
                signals.stream()
                        .filter(it -> !it.rule().equals("F1") || pairs.contains(it.subject()))
                        .toList(),
                coverage,
                namedGroups,
                indispensable,
                courses);
    }

    /// As those read it who are not the office (docs/decisions/0264): no number of what is known of each partner to the
    /// office alone, and words for it on few days.
    ///
    /// @param told whether the day is one of them
    public CheckResult discreet(boolean told, CheckWords words) {
        var silence = words.say("check.withheld.discreet");
        return new CheckResult(
                network,
                measures.stream()
                        .map(it -> it.id().isDiscreet() ? it.discreet(told, silence) : it)
                        .toList(),
                organisations,
                communities,
                cutPoints,
                bridges,
                components,
                imbalances,
                signals,
                coverage,
                namedGroups,
                indispensable,
                courses);
    }

    /// With other reasons to talk: less those that are answered, and those that follow from the work.
    public CheckResult saying(List<Signal> said) {
        return new CheckResult(
                network,
                measures,
                organisations,
                communities,
                cutPoints,
                bridges,
                components,
                imbalances,
                List.copyOf(said),
                coverage,
                namedGroups,
                indispensable,
                courses);
    }

    /// Beside their own quarters and chance: the measures that are said at all, where the network is large enough for
    /// it
    /// and, of how its members are tied, enough is documented.
    public CheckResult beside(Map<MeasureId, Course> known) {
        var kept = new EnumMap<MeasureId, Course>(MeasureId.class);
        for (var measure : measures) {
            var course = known.get(measure.id());
            if (course != null
                    && measure.withheld() == null
                    && gate(measure.id()).allows(SizeGate.Kind.TREND)) kept.put(measure.id(), course);
        }
        return new CheckResult(
                network,
                measures,
                organisations,
                communities,
                cutPoints,
                bridges,
                components,
                imbalances,
                signals,
                coverage,
                namedGroups,
                indispensable,
                kept);
    }

    private SizeGate gate(MeasureId id) {
        return id.structural() ? network.gate() : SizeGate.of(network.organisations());
    }

    public Measure measure(MeasureId id) {
        return measures.stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    }
}
