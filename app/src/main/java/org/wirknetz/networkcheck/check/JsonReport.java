package org.wirknetz.networkcheck.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.RandomBaseline;
import org.wirknetz.analysis.Range;
import org.wirknetz.networkcheck.check.CheckResult.Imbalance;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.networkcheck.check.CheckResult.OrganisationValues;
import org.wirknetz.networkcheck.check.CheckResult.Pair;
import org.wirknetz.networkcheck.course.Course;

/// `check.json`: the result as `docs/check.schema.json` describes it (contract, section 4).
public final class JsonReport {
    public static final String SCHEMA = "wirknetz-check/1";

    private JsonReport() {}

    /// @param words in whose language the measures are defined
    public static String of(CheckResult result, CheckWords words) {
        return Json.of(tree(result, words));
    }

    private static Map<String, @Nullable Object> tree(CheckResult result, CheckWords words) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("schema", SCHEMA);
        tree.put("network", network(result));
        tree.put(
                "measures",
                result.measures().stream()
                        .map(it -> measure(it, result.courses().get(it.id()), words))
                        .toList());
        tree.put(
                "organisations",
                result.organisations().stream().map(JsonReport::organisation).toList());
        tree.put(
                "communities",
                result.communities().stream().map(JsonReport::community).toList());
        tree.put("cutPoints", result.cutPoints());
        tree.put("bridges", result.bridges().stream().map(JsonReport::pair).toList());
        tree.put("components", result.components());
        tree.put(
                "imbalances",
                result.imbalances().stream().map(JsonReport::imbalance).toList());
        tree.put("signals", result.signals().stream().map(JsonReport::signal).toList());
        tree.put(
                "coverage", result.coverage().stream().map(JsonReport::coverage).toList());
        tree.put(
                "namedGroups",
                result.namedGroups().stream().map(JsonReport::namedGroup).toList());
        tree.put("keyPlayers", keyPlayers(result.indispensable()));
        return tree;
    }

    private static Object namedGroup(NamedGroup group) {
        return fields(
                "name", group.name(),
                "by", group.sort() == NamedGroup.Sort.GROUP ? "group" : "area",
                "members", group.members(),
                "external", group.ties().external(),
                "internal", group.ties().internal(),
                "ei", number(group.ties().index()),
                "asClosed", group.test().asClosed(),
                "compared", group.test().compared(),
                "exact", group.test().exact(),
                "p", number(group.test().pValue()));
    }

    private static @Nullable Object keyPlayers(@Nullable Indispensable found) {
        if (found == null) return null;
        return fields(
                "members", found.members(),
                "fragmentation", found.fragmentation(),
                "apart", found.apart(),
                "soughtUpTo", found.sought());
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static Object network(CheckResult result) {
        var facts = result.network();
        return fields(
                "name", facts.name(),
                "asOf", facts.asOf().toString(),
                "organisations", facts.organisations(),
                "ties", facts.ties(),
                "oneSidedTies", facts.oneSidedTies(),
                "responseShare", facts.responseShare(),
                "coordinator", facts.coordinator());
    }

    private static Object measure(Measure measure, @Nullable Course course, CheckWords words) {
        var withheld = measure.withheld();
        return fields(
                "id", measure.id().id(),
                "deck", measure.id().deck(),
                "value", measure.counts().isEmpty() ? measure.value() : measure.counts(),
                "numerator", measure.numerator(),
                "denominator", measure.denominator(),
                "n", measure.n(),
                "missing", measure.missing(),
                "display", measure.display(),
                "withheld", withheld == null ? null : withheld.code(),
                "methodVersion", MeasureId.METHOD_VERSION,
                "source", measure.id().source(),
                "definition", words.say("check.measure." + measure.id().id() + ".how"),
                "basis", measure.basis(),
                "course", course == null ? null : course(course));
    }

    private static Object course(Course course) {
        return fields(
                "points",
                        course.points().stream()
                                .map(it -> fields("day", it.day().toString(), "value", number(it.value())))
                                .toList(),
                "now", range(course.now()),
                "yearAgo", range(course.yearAgo()),
                "trend", lower(course.trend()),
                "level", lower(course.level()),
                "quantile", number(course.quantile()),
                "draws", course.chance().map(RandomBaseline.Comparison::draws).orElse(null));
    }

    private static @Nullable List<Double> range(Optional<Range> range) {
        return range.map(it -> List.of(it.low(), it.high())).orElse(null);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Object organisation(OrganisationValues values) {
        return fields(
                "key", values.key(),
                "name", values.name(),
                "degree", values.degree(),
                "inDegree", values.inDegree(),
                "outDegree", values.outDegree(),
                "closeness", values.closeness(),
                "harmonic", values.harmonic(),
                "betweenness", values.betweenness(),
                "constraint", values.constraint(),
                "core", values.core(),
                "pageRank", values.pageRank(),
                "clustering", values.clustering(),
                "community", values.community());
    }

    private static Object community(CheckResult.Community community) {
        return fields(
                "id", community.id(),
                "members", community.members(),
                "external", community.external(),
                "internal", community.internal(),
                "ei", community.ei());
    }

    private static List<String> pair(Pair pair) {
        return List.of(pair.one(), pair.other());
    }

    private static Object imbalance(Imbalance pair) {
        return fields(
                "between", List.of(pair.one(), pair.other()),
                "given", pair.given(),
                "received", pair.received(),
                "imbalance", pair.imbalance(),
                "reminder", pair.reminder());
    }

    private static Object signal(CheckResult.Signal signal) {
        return fields(
                "rule", signal.rule(),
                "subject", signal.subject(),
                "evidence", signal.evidence(),
                "period", signal.period(),
                "switchOff", signal.switchOff(),
                "suggestions", signal.suggestions());
    }

    private static Object coverage(CheckResult.Coverage coverage) {
        return fields(
                "group", coverage.group(),
                "area", coverage.area(),
                "weight", coverage.weight(),
                "minimum", coverage.required(),
                "present", coverage.present());
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
