package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.ActivityRow;
import org.wirknetz.platform.tables.ContributionRow;
import org.wirknetz.platform.tables.FundingRow;
import org.wirknetz.platform.tables.NetworkTables;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.platform.tables.Place;
import org.wirknetz.platform.tables.RoomTables;
import org.wirknetz.platform.tables.TableKind;
import org.wirknetz.platform.tables.TargetRow;
import org.wirknetz.platform.tables.TieRow;

/// A chronicle said as the tables of the contract, so that the page's check and `./wirknetz check` are one
/// computation.
public final class CheckTables {

    private static final Place HERE = Place.file("database");

    private CheckTables() {}

    /// Whoever is a member on the snapshot's day, the ties of that day, and the target that is valid then.
    public static NetworkTables of(Chronicle chronicle, Snapshot snapshot) {
        return of(chronicle, snapshot, List.of(), Map.of(), List.of());
    }

    /// @param chances to be heard that each organisation had (see [Voice]); empty where nobody knows of any
    /// @param funds as far as the reader may see them
    static NetworkTables of(
            Chronicle chronicle,
            Snapshot snapshot,
            List<ContributionRow> contributions,
            Map<UUID, Integer> chances,
            List<Funds.Line> funds) {
        Map<UUID, Member> byId = snapshot.byId();
        return new NetworkTables(
                snapshot.members().stream().map(CheckTables::organisation).toList(),
                List.of(),
                List.of(),
                snapshot.ties().stream().map(tie -> tie(tie, byId)).toList(),
                contributions,
                chronicle.targetsOn(snapshot.asOf()).stream()
                        .map(CheckTables::target)
                        .toList(),
                activities(snapshot, chances),
                funds.stream().map(CheckTables::funding).toList(),
                RoomTables.NONE,
                Set.of(TableKind.ORGANISATIONS, TableKind.TIES, TableKind.TARGETS, TableKind.CONTRIBUTIONS),
                (long) snapshot.members().size() + snapshot.ties().size());
    }

    private static OrganisationRow organisation(Member member) {
        return new OrganisationRow(
                HERE,
                member.key(),
                member.name(),
                member.groups(),
                member.area(),
                member.coordinator(),
                Period.ALWAYS,
                null,
                OrganisationRow.Contact.NONE,
                Map.of());
    }

    private static List<ActivityRow> activities(Snapshot snapshot, Map<UUID, Integer> chances) {
        return snapshot.members().stream()
                .filter(it -> chances.getOrDefault(it.id(), 0) > 0)
                .map(it -> new ActivityRow(
                        HERE, it.key(), "", snapshot.asOf(), BigDecimal.valueOf(chances.getOrDefault(it.id(), 0))))
                .toList();
    }

    private static FundingRow funding(Funds.Line line) {
        return new FundingRow(
                HERE, line.source(), line.amount(), line.publicly(), new Period(line.from(), line.to()), null);
    }

    private static TieRow tie(TieRecord tie, Map<UUID, Member> byId) {
        var strength = tie.strength();
        return new TieRow(
                HERE,
                key(byId.get(tie.from())),
                key(byId.get(tie.to())),
                tie.kind(),
                strength == null ? null : BigDecimal.valueOf(strength),
                tie.mutual() || tie.confirmedByBoth(),
                new Period(tie.start(), tie.end()),
                tie.form() == null ? "" : tie.form(),
                Map.of());
    }

    private static TargetRow target(Target target) {
        var area = target.area();
        return new TargetRow(HERE, target.group(), target.minimum(), target.weight(), area == null ? "" : area);
    }

    private static String key(@Nullable Member member) {
        if (member == null) throw new IllegalStateException("A tie to somebody outside.");
        return member.key();
    }
}
