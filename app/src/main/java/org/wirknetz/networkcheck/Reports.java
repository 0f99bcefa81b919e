package org.wirknetz.networkcheck;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.check.CheckFiles;
import org.wirknetz.networkcheck.check.CheckFormat;
import org.wirknetz.networkcheck.check.CheckInput;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.Pair;
import org.wirknetz.networkcheck.check.NetworkCheck;
import org.wirknetz.networkcheck.check.Worked;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.tables.Findings;

/// The network check of the network in scope as files: the same computation and writers as on the command line.
@Component("networkcheckReports")
public class Reports {

    private static final int LONGEST_WAIT = 20;

    /// Large networks take seconds: whoever asks for fifty days at once must not hold all others up.
    private final Semaphore one = new Semaphore(1, true);

    private final Chronicles chronicles;
    private final Works works;
    private final Contributed contributed;
    private final Funds funds;
    private final Raised raised;
    private final Ties ties;
    private final Words words;

    Reports(
            Chronicles chronicles,
            Works works,
            Contributed contributed,
            Funds funds,
            Raised raised,
            Ties ties,
            Words words) {
        this.chronicles = chronicles;
        this.works = works;
        this.contributed = contributed;
        this.funds = funds;
        this.raised = raised;
        this.ties = ties;
        this.words = words;
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
                known.levelled(),
                known.carrying(snapshot),
                known.people() == 0 ? 0 : (double) known.withoutLevel() / known.people(),
                confirmed(snapshot),
                chronicle.targetsOn(asOf).stream()
                        .map(it -> coverage(it, snapshot, locale))
                        .toList());
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

    /// @return file name to content; CSV has several
    /// @throws NotFound when there is no such format
    /// @throws Refused `networkcheck.busy`
    public Map<String, byte[]> of(String format, String name, LocalDate asOf, Locale locale) throws IOException {
        var wanted = CheckFormat.named(format).orElseThrow(NotFound::new);
        if (!alone()) throw new Refused("networkcheck.busy");
        try {
            return worked(wanted, name, asOf, locale);
        } finally {
            one.release();
        }
    }

    private boolean alone() {
        try {
            return one.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
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
        var result = NetworkCheck.of(input).showing(contributed.shown(snapshot)).raising(raised.on(asOf));
        return new CheckFiles(result, input, new Findings()).in(List.of(wanted));
    }
}
