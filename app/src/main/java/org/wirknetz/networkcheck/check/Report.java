package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.networkcheck.check.CheckResult.OrganisationValues;
import org.wirknetz.networkcheck.course.Beside;
import org.wirknetz.platform.tables.Finding;
import org.wirknetz.platform.tables.FindingSentences;
import org.wirknetz.platform.tables.Findings;
import org.wirknetz.platform.tables.Severity;

/// What the report page asks: everything as it is printed, in the reader's language.
///
/// @param called the names of the organisations, by key
/// @param print true for the PDF, which shows the drawing as an image file
public record Report(
        CheckResult result,
        CheckInput input,
        Findings findings,
        CheckWords words,
        Sketch sketch,
        Map<String, String> called,
        boolean print) {
    static Report of(CheckResult result, CheckInput input, Findings findings, boolean print) {
        var boundary = new Boundary(input);
        var called = result.organisations().stream()
                .collect(Collectors.toMap(OrganisationValues::key, OrganisationValues::name));
        var sketch = Sketch.of(boundary, boundary.directed(), result.network().coordinator());
        return new Report(result, input, findings, new CheckWords(input.locale()), sketch, called, print);
    }

    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public String title() {
        return say("check.report.title", result.network().name());
    }

    public String day() {
        return words.day(result.network().asOf());
    }

    public List<String> sentences() {
        return new Sentences(result, input, words).all();
    }

    /// What would have to be in the tables for the rules that are silent; nothing where there are rooms.
    public List<String> waiting() {
        return input.worked() == null ? Waiting.of(input.tables(), words) : List.of();
    }

    public String drawing() {
        return SvgDrawing.of(
                sketch, say("check.report.drawing.title", result.network().name()), drawingText());
    }

    public String drawingText() {
        return say(
                "check.report.drawing.text",
                words.number(result.network().organisations()),
                words.number(result.network().ties()));
    }

    public String sign(Sketch.Group group) {
        return SvgDrawing.sign(group.shape());
    }

    public String groupName(Sketch.Group group) {
        return group.shape() == 0 ? say("check.report.drawing.others") : group.name();
    }

    public String name(String key) {
        return called.getOrDefault(key, key);
    }

    public String names(List<String> keys) {
        return words.list(keys.stream().map(this::name).toList());
    }

    /// Whether there is a tie at all; without one a drawing, parts and positions say nothing and are left out.
    public boolean tied() {
        return result.network().ties() > 0;
    }

    public List<Row> measures() {
        return result.measures().stream()
                .filter(this::says)
                .filter(it -> !few() || it.id().isMoney())
                .map(this::row)
                .toList();
    }

    /// So few that any figure would be of somebody: one sentence says it, no line for each measure.
    public boolean few() {
        return !SizeGate.of(result.network().organisations()).allows(SizeGate.Kind.COUNT);
    }

    /// The measures that the tables say nothing about: one sentence names them, no line each.
    public List<String> unsaid() {
        return result.measures().stream()
                .filter(it -> !says(it))
                .map(it -> say("check.measure." + it.id().id()))
                .toList();
    }

    private boolean says(Measure measure) {
        if (measure.withheld() == Withheld.NO_DATA || measure.withheld() == Withheld.NO_DATES) return false;
        return tied() || !measure.basis().contains("ties");
    }

    private Row row(Measure measure) {
        var id = measure.id().id();
        var part = measure.numerator();
        var whole = measure.denominator();
        var missing = measure.missing();
        return new Row(
                say("check.measure." + id),
                say("check.measure." + id + ".how"),
                measure.display(),
                part == null || whole == null
                        ? ""
                        : say("check.report.parts", words.format(part, 2), words.format(whole, 2)),
                words.number(measure.n()),
                missing == null ? say("check.report.unknown") : words.percent(missing, 0),
                words.list(measure.basis().stream()
                        .map(it -> say("check.table." + it))
                        .toList()),
                measure.id().source() + " · " + measure.id().deck(),
                compared(measure.id()));
    }

    /// A value that says nothing as a number is held against chance alone.
    private List<String> compared(MeasureId id) {
        var course = result.courses().get(id);
        if (course == null) return List.of();
        var beside = new Beside(course, new Speaking(words, id.style()));
        return id.style() == MeasureId.Style.COMMUNITY
                ? beside.chance().stream().toList()
                : beside.all();
    }

    /// @param style how the measure is printed
    private record Speaking(CheckWords words, MeasureId.Style style) implements Beside.Speech {
        @Override
        public String say(String key, Object... values) {
            return words.say(key, values);
        }

        @Override
        public String day(LocalDate day) {
            return words.day(day);
        }

        @Override
        public String value(double value) {
            return switch (style) {
                case LOSS, RATIO -> words.percent(value, 0);
                case INDEX, DISTANCE, COUNT, COMMUNITY, MONEY, MONEY_INDEX, CENSUS -> words.format(value, 2);
            };
        }
    }

    /// @param how the definition in a sentence
    /// @param parts numerator and denominator, empty where there are none
    /// @param compared what the value is held against, in sentences
    public record Row(
            String name,
            String how,
            String value,
            String parts,
            String n,
            String missing,
            String basis,
            String source,
            List<String> compared) {}

    public List<String> censusNames() {
        return List.copyOf(result.measure(MeasureId.TRIADS).counts().keySet());
    }

    public boolean censusShown() {
        return tied() && result.network().gate().allows(SizeGate.Kind.COUNT);
    }

    public String census(String name) {
        return words.number(result.measure(MeasureId.TRIADS).counts().getOrDefault(name, 0L));
    }

    /// Indices of single organisations say nothing in a network of fewer than ten, or of which little is known.
    public boolean indices() {
        return tied() && result.network().gate().allows(SizeGate.Kind.INDEX);
    }

    public boolean communitiesShown() {
        return result.network().gate().allows(SizeGate.Kind.COMMUNITIES);
    }

    /// By name, never by value: the table is no ranking.
    public List<OrganisationValues> organisations() {
        var collator = java.text.Collator.getInstance(input.locale());
        return result.organisations().stream()
                .sorted(java.util.Comparator.comparing(OrganisationValues::name, collator)
                        .thenComparing(OrganisationValues::key))
                .toList();
    }

    public String count(@org.jspecify.annotations.Nullable Integer value) {
        return value == null ? "–" : words.number(value);
    }

    public String index(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "–" : words.significant(value);
    }

    public String amount(double value) {
        return words.format(value, 1);
    }

    public List<TieLine> ties() {
        return TieLine.of(new Boundary(input));
    }

    public List<String> remarks() {
        var sentences = new FindingSentences(input.locale());
        var remarks = new ArrayList<String>();
        for (Finding finding : findings.all()) {
            if (finding.severity() != Severity.ERROR) remarks.add(sentences.line(finding));
        }
        if (findings.beyond() > 0) remarks.add(sentences.beyond(findings));
        return remarks;
    }

    public String css() {
        return Resources.text("/check/report.css") + (print ? Resources.text("/check/print.css") : "");
    }
}
