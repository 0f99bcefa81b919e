package org.wirknetz.networkcheck;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.check.CheckFiles;
import org.wirknetz.networkcheck.check.CheckFormat;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.CheckResult;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.Pair;
import org.wirknetz.networkcheck.check.CheckWords;
import org.wirknetz.networkcheck.check.Following;
import org.wirknetz.networkcheck.check.MeasureId;
import org.wirknetz.networkcheck.check.NetworkCheck;
import org.wirknetz.networkcheck.check.Worked;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Tallies;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.fair.Attention;
import org.wirknetz.networkcheck.fair.Felt;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.networkcheck.fair.Motions;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.tables.Findings;

/// The network check of the network in scope as files: the same computation and writers as on the command line.
@Component("networkcheckReports")
public class Reports {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private record Counted(MeasureId id, String basis) {}

    private static final Map<Tally, Counted> COUNTED = Map.of(
            Tally.FORMALITY, new Counted(MeasureId.FORMALITY, "ties"),
            Tally.DEPUTIES, new Counted(MeasureId.DEPUTIES, "mandates"),
            Tally.STEERING, new Counted(MeasureId.OFFICE_SHARE, "meetings"),
            Tally.ANCHORING, new Counted(MeasureId.ANCHORING, "organisations"));

    private final Turns turns = new Turns(LONGEST_WAIT);

    private final Checks checks;
    private final Chronicles chronicles;
    private final Works works;
    private final Contributed contributed;
    private final Funds funds;
    private final Raised raised;
    private final Interests interests;
    private final JdbcClient db;
    private final Ties ties;
    private final Words words;
    private final Clock clock;

    Reports(
            Checks checks,
            Chronicles chronicles,
            Works works,
            Contributed contributed,
            Funds funds,
            Raised raised,
            Interests interests,
            JdbcClient db,
            Ties ties,
            Words words,
            Clock clock) {
        this.checks = checks;
        this.chronicles = chronicles;
        this.works = works;
        this.contributed = contributed;
        this.funds = funds;
        this.raised = raised;
        this.interests = interests;
        this.db = db;
        this.ties = ties;
        this.words = words;
        this.clock = clock;
    }

    /// What a check can be had as, in the order in which it is offered: `json`, `html`, …
    public static List<String> formats() {
        return Arrays.stream(CheckFormat.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// @param name the network's, for the title
    private Worked worked(Chronicle chronicle, Snapshot snapshot, LocalDate asOf, Locale locale) {
        var changes = Fluctuation.of(chronicle, asOf);
        var known = Acquaintances.of(works.current(), snapshot.byId().keySet(), asOf);
        return new Worked(
                changes.turnover(),
                changes.ties(),
                Staying.of(chronicle, asOf),
                known.levelled(),
                known.carrying(snapshot),
                known.people() == 0 ? 0 : (double) known.withoutLevel() / known.people(),
                Stream.concat(told(snapshot).stream(), counted(chronicle, asOf).stream())
                        .toList(),
                confirmed(snapshot),
                chronicle.targetsOn(asOf).stream()
                        .map(it -> coverage(it, snapshot, locale))
                        .toList());
    }

    /// What only work tells: agreements, deputies, who carries the work, how firmly it is anchored (M8, M9, C11.4,
    /// C16.6).
    private List<Worked.Told> counted(Chronicle chronicle, LocalDate asOf) {
        var told = new ArrayList<Worked.Told>();
        Tallies.on(chronicle, works.current(), List.of(), asOf, COUNTED.keySet())
                .forEach((tally, portion) -> {
                    var measure = Objects.requireNonNull(COUNTED.get(tally));
                    if (portion.whole() > 0)
                        told.add(Worked.Told.share(measure.id(), portion.part(), portion.whole(), measure.basis()));
                });
        return told;
    }

    private UnaryOperator<String> kinds(Locale locale) {
        var names = ties.kinds().stream().collect(Collectors.toMap(TieKind::key, it -> it.name(words, locale)));
        return it -> names.getOrDefault(it, it);
    }

    private static Set<Pair> confirmed(Snapshot snapshot) {
        var byId = snapshot.byId();
        return snapshot.confirmed().stream()
                .map(it -> Pair.of(
                        Objects.requireNonNull(byId.get(it.one())).key(),
                        Objects.requireNonNull(byId.get(it.other())).key()))
                .collect(Collectors.toSet());
    }

    private static Coverage coverage(Target target, Snapshot snapshot, Locale locale) {
        var area = target.area();
        return new Coverage(
                target.name(locale),
                area == null ? "" : area,
                target.weight().doubleValue(),
                target.minimum(),
                Roles.present(target, snapshot.members(), snapshot.asOf()).stream()
                        .map(Member::key)
                        .sorted()
                        .toList());
    }

    /// How neutral the office is and whom it reaches (M11, M12): the most of it the office alone may know.
    private List<Worked.Told> told(Snapshot snapshot) {
        var told = new ArrayList<Worked.Told>();
        Felt.of(db, snapshot.asOf())
                .ifPresent(it -> told.add(
                        Worked.Told.value(MeasureId.FELT_NEUTRALITY, OptionalDouble.of(it.median()), "surveys")));
        var open = interests.all().stream()
                .filter(it -> it.holdsOn(snapshot.asOf()))
                .toList();
        if (!open.isEmpty())
            told.add(Worked.Told.share(
                    MeasureId.INTERESTS_HANDLED,
                    open.stream().filter(Interests.Interest::isHandled).count(),
                    open.size(),
                    "interests"));
        if (!isOffice()) return told;
        var attention = Attention.of(db, snapshot, null);
        if (attention.enough()) told.add(Worked.Told.value(MeasureId.ATTENTION_SHIFT, attention.apart(), "meetings"));
        var neutrality =
                Referrals.of(db, snapshot.byId().keySet(), snapshot.asOf()).neutrality();
        if (neutrality.enough())
            told.add(Worked.Told.value(MeasureId.REFERRAL_SHIFT, neutrality.apart(), "introductions"));
        var motions = Motions.of(db, snapshot);
        if (motions.voted() > 0)
            told.add(Worked.Told.share(MeasureId.PROPOSALS_ACCEPTED, motions.accepted(), motions.voted(), "meetings"));
        var reached = Reached.of(db, snapshot.asOf());
        if (reached.addressed() > 0)
            told.add(
                    Worked.Told.share(MeasureId.INFORMATION_REACH, reached.inTime(), reached.addressed(), "circulars"));
        return told;
    }

    /// @return file name to content; CSV has several
    /// @throws NotFound when there is no such format
    /// @throws Refused `networkcheck.busy`
    public Map<String, byte[]> of(String format, String name, LocalDate asOf, Locale locale) throws IOException {
        var wanted = CheckFormat.named(format).orElseThrow(NotFound::new);
        var network = Scope.current().requireNetwork();
        return turns.take(network, () -> worked(wanted, name, asOf, locale));
    }

    private boolean isOffice() {
        return db.sql("select access.is_office()").query(Boolean.class).single();
    }

    private CheckResult discreet(CheckResult result, LocalDate asOf, Locale locale) {
        return isOffice()
                ? result
                : result.discreet(Discretion.tells(asOf, LocalDate.now(clock)), new CheckWords(locale));
    }

    /// What is finished of this very state: a file waits for nothing, and says nothing of an older one.
    private Map<MeasureId, Course> courses(Chronicle chronicle, LocalDate asOf) {
        var history = checks.history(chronicle, asOf, true);
        return history.isUnderWay() || history.stopped()
                ? Map.of()
                : history.answer()
                        .map(it -> Following.of(it.structure(), it.tallies()))
                        .orElse(Map.of());
    }

    private Map<String, byte[]> worked(CheckFormat wanted, String name, LocalDate asOf, Locale locale)
            throws IOException {
        var chronicle = chronicles.current();
        var snapshot = chronicle.asOf(asOf);
        var voice = Voice.of(works.current(), snapshot.members(), asOf);
        var tables = CheckTables.of(
                chronicle,
                snapshot,
                contributed.until(asOf, snapshot),
                voice.byMember(),
                funds.all(),
                kinds(locale),
                locale);
        var input = new CheckInput(
                name, asOf, tables, null, OptionalDouble.empty(), worked(chronicle, snapshot, asOf, locale), locale);
        var result = discreet(NetworkCheck.of(input).showing(contributed.shown(snapshot)), asOf, locale)
                .beside(courses(chronicle, asOf));
        return new CheckFiles(raised.with(result, asOf), input, new Findings()).in(List.of(wanted));
    }
}
