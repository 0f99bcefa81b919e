package org.wirknetz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.wirknetz.demo.DemoNetwork.Membership;
import org.wirknetz.demo.DemoNetwork.Organisation;
import org.wirknetz.demo.DemoNetwork.Status;
import org.wirknetz.demo.DemoNetwork.Tie;

/// A stochastic block model (Holland, Laskey and Leinhardt 1983) at the start, then quarter by quarter some ties end
/// and
/// others begin, so that the network keeps its size but not its ties. Ties of the story lines come from the files.
final class DrawnTies {
    private final Setting setting;
    private final Draw draw;
    private final List<Organisation> organisations;
    private final List<Membership> memberships;
    private final List<Row> blocks;
    private final List<GrowingTie> ties = new ArrayList<>();
    private final ClosingAlliance alliance;

    DrawnTies(Setting setting, List<Organisation> organisations, List<Membership> memberships) {
        this.setting = setting;
        this.draw = setting.draw();
        this.memberships = memberships;
        this.organisations = organisations.stream()
                .filter(it -> it.block() != DrawnOrganisations.SURROUNDINGS)
                .toList();
        this.blocks = setting.rows("blocks.csv");
        this.alliance = new ClosingAlliance(setting, ties);
    }

    List<Tie> draw() {
        for (var row : setting.rows("planted-ties.csv"))
            ties.add(new GrowingTie(
                    row,
                    together(row.text("from"), row.text("to")).orElseThrow().from()));
        atTheStart();
        for (var quarter = setting.start(); quarter.isBefore(setting.until()); quarter = quarter.plusMonths(3)) {
            var next = quarter.plusMonths(3).isBefore(setting.until()) ? quarter.plusMonths(3) : setting.until();
            endSome(quarter, next);
            beginSome(quarter, next);
            endWithMembership(next);
            alliance.close(quarter, next);
        }
        for (var person : setting.story("S4", "person")) loseWith(person);
        return ties.stream().map(tie -> tie.grown(setting)).toList();
    }

    private void atTheStart() {
        eachPair((one, other) -> {
            double probability = probability(one, other);
            var both = together(one.key(), other.key()).filter(term -> term.holds(setting.start()));
            if (both.isEmpty() || open(one, other).isPresent() || !draw.chance(probability)) return;
            var since = draw.day(both.get().from(), setting.start());
            ties.add(new GrowingTie(one.key(), other.key(), since, draw, null));
        });
    }

    private void endSome(LocalDate quarter, LocalDate next) {
        for (var tie : ties)
            if (tie.open()
                    && tie.story == null
                    && !alliance.touches(tie, quarter)
                    && draw.chance(setting.number("tie_end_per_quarter"))) tie.end(draw.day(quarter, next));
    }

    private void beginSome(LocalDate quarter, LocalDate next) {
        eachPair((one, other) -> {
            var both = together(one.key(), other.key()).filter(term -> term.holds(next.minusDays(1)));
            if (both.isEmpty() || known(one, other) || alliance.forbids(one, other, quarter)) return;
            var joined = both.get().from();
            boolean joining = !joined.isBefore(quarter) && quarter.isAfter(setting.start());
            double share = joining ? 1 : setting.number("tie_begin_share_per_quarter");
            if (!draw.chance(probability(one, other) * share)) return;
            var since = draw.day(joined.isAfter(quarter) ? joined : quarter, next);
            ties.add(new GrowingTie(one.key(), other.key(), since, draw, null));
        });
    }

    private void endWithMembership(LocalDate next) {
        for (var tie : ties)
            if (tie.open())
                for (var side : List.of(tie.from, tie.to))
                    presence(side).filter(term -> !term.end().isAfter(next)).ifPresent(term -> tie.end(term.end()));
    }

    private void loseWith(String person) {
        var left = setting.rows("cast.csv").stream()
                .filter(row -> row.text("key").equals(person))
                .findFirst()
                .orElseThrow()
                .day("to");
        ties.stream().filter(tie -> tie.told("S4-lost")).forEach(tie -> tie.end(left));
    }

    private void eachPair(BiConsumer<Organisation, Organisation> visit) {
        for (int i = 0; i < organisations.size(); i++)
            for (int j = i + 1; j < organisations.size(); j++) visit.accept(organisations.get(i), organisations.get(j));
    }

    private Optional<GrowingTie> open(Organisation one, Organisation other) {
        return ties.stream()
                .filter(tie -> tie.open() && tie.joins(one.key(), other.key()))
                .findFirst();
    }

    /// A pair that had a tie does not find together again within these three years: one line a pair.
    private boolean known(Organisation one, Organisation other) {
        return ties.stream().anyMatch(tie -> tie.joins(one.key(), other.key()));
    }

    private Optional<Term> together(String one, String other) {
        return presence(one).flatMap(term -> presence(other).flatMap(term::within));
    }

    private Optional<Term> presence(String organisation) {
        return memberships.stream()
                .filter(it -> it.organisation().equals(organisation))
                .filter(it -> it.status() == Status.ACTIVE || it.status() == Status.GUEST)
                .map(Membership::term)
                .findFirst();
    }

    /// The first line of `blocks.csv` that fits, from either side.
    private double probability(Organisation one, Organisation other) {
        return blocks.stream()
                .filter(row -> fits(row, one.block(), other.block()) || fits(row, other.block(), one.block()))
                .findFirst()
                .orElseThrow()
                .number("probability");
    }

    private static boolean fits(Row row, int block, int other) {
        return matches(row.text("block"), block) && matches(row.text("other"), other);
    }

    private static boolean matches(String wanted, int block) {
        return wanted.equals("*") || wanted.equals(Integer.toString(block));
    }
}
