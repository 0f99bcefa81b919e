package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /// Whoever is a member on the snapshot's day, the ties of that day, and the target that is valid then. Groups and
    /// kinds are said by their names, as in tables that people write.
    ///
    /// @param chances to be heard that each organisation had (see [Voice]); empty where nobody knows of any
    /// @param funds as far as the reader may see them
    /// @param kinds what a kind of tie is called
    static NetworkTables of(
            Chronicle chronicle,
            Snapshot snapshot,
            List<ContributionRow> contributions,
            Map<UUID, Integer> chances,
            List<Funds.Line> funds,
            UnaryOperator<String> kinds,
            Locale locale) {
        Map<UUID, Member> byId = snapshot.byId();
        Map<String, String> groups =
                chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, it -> it.name(locale)));
        return new NetworkTables(
                snapshot.members().stream().map(it -> organisation(it, groups)).toList(),
                List.of(),
                List.of(),
                snapshot.ties().stream().map(tie -> tie(tie, byId, kinds)).toList(),
                contributions,
                chronicle.targetsOn(snapshot.asOf()).stream()
                        .map(it -> target(it, locale))
                        .toList(),
                activities(snapshot, chances),
                funds.stream().map(CheckTables::funding).toList(),
                RoomTables.NONE,
                List.of(),
                Set.of(TableKind.ORGANISATIONS, TableKind.TIES, TableKind.TARGETS, TableKind.CONTRIBUTIONS),
                (long) snapshot.members().size() + snapshot.ties().size());
    }

    private static OrganisationRow organisation(Member member, Map<String, String> groups) {
        return new OrganisationRow(
                HERE,
                member.key(),
                member.name(),
                member.groups().stream().map(it -> groups.getOrDefault(it, it)).toList(),
                member.area(),
                member.coordinator(),
                Period.ALWAYS,
                null,
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

    private static TieRow tie(TieRecord tie, Map<UUID, Member> byId, UnaryOperator<String> kinds) {
        var strength = tie.strength();
        return new TieRow(
                HERE,
                key(byId.get(tie.from())),
                key(byId.get(tie.to())),
                kinds.apply(tie.kind()),
                strength == null ? null : BigDecimal.valueOf(strength),
                tie.mutual(),
                new Period(tie.start(), tie.end()),
                tie.form() == null ? "" : tie.form(),
                Map.of(),
                !tie.mutual());
    }

    private static TargetRow target(Target target, Locale locale) {
        var area = target.area();
        return new TargetRow(HERE, target.name(locale), target.minimum(), target.weight(), area == null ? "" : area);
    }

    private static String key(@Nullable Member member) {
        if (member == null) throw new IllegalStateException("A tie to somebody outside.");
        return member.key();
    }
}
