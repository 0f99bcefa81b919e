package org.wirknetz.networkcheck.fair;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Referrals;
import org.wirknetz.networkcheck.Snapshot;

/// What the coordination office tells everybody of its neutrality in twelve months that are over (F10), with
/// nothing
/// that
/// names a partner: kinds of partners alone, each with at least five behind a number.
///
/// @param groups names of the actor groups that stand in the lines
/// @param answered how many judged the office in a survey of the period; null where none did
/// @param median of their answers, 1 to 5
/// @param interests of its own the office has laid open on the last day
/// @param handled of them with a word on how partiality is kept out
public record Told(
        List<Spread> spreads,
        List<Group> groups,
        @Nullable Integer answered,
        @Nullable Double median,
        int interests,
        int handled) {

    public record Group(String key, String de, String en) {}

    public Told {
        spreads = List.copyOf(spreads);
        groups = List.copyOf(groups);
    }

    private record Hosted(UUID partner, int times) {}

    /// @param snapshot of the last day of the twelve months
    public static Told of(JdbcClient db, Snapshot snapshot, List<ActorGroup> groups, List<Interests.Interest> open) {
        var day = snapshot.asOf();
        var members = snapshot.byId();
        Map<UUID, Double> alike = members.values().stream()
                .filter(it -> !it.coordinator())
                .collect(Collectors.toMap(Member::id, it -> 1.0));
        Function<UUID, String> group = it -> {
            var member = members.get(it);
            return member == null ? Spread.OTHERS : member.group();
        };
        var referrals = Referrals.Known.of(db, day).amongAll(alike.keySet(), day);
        var put = Motions.of(db, snapshot).lines().stream()
                .collect(Collectors.toMap(Motions.Line::partner, Motions.Line::put));
        var spreads = List.of(
                Spread.of("introductions", referrals.counts(), referrals.reference(), group, true),
                Spread.of("hours", Attention.spentOn(db, day), alike, group, false),
                Spread.of("slots", put, alike, group, true),
                Spread.of("places", hosted(db, day), alike, group, true));
        var felt =
                Felt.of(db, day).filter(it -> it.closedOn().isAfter(day.minusYears(1)) && it.raters() >= Spread.FEWEST);
        var held = open.stream().filter(it -> it.holdsOn(day)).toList();
        return new Told(
                spreads,
                groups.stream()
                        .filter(it -> spreads.stream()
                                .flatMap(spread -> spread.lines().stream())
                                .anyMatch(line -> line.key().equals(it.key())))
                        .map(it -> new Group(it.key(), it.nameDe(), it.nameEn()))
                        .toList(),
                felt.map(Felt::raters).orElse(null),
                felt.map(Felt::median).orElse(null),
                held.size(),
                (int) held.stream().filter(Interests.Interest::isHandled).count());
    }

    /// Whose guest the network was.
    private static Map<UUID, Integer> hosted(JdbcClient db, LocalDate day) {
        var hosted = new HashMap<UUID, Integer>();
        db.sql("""
                        select m.host_organisation as partner, count(*)::int as times
                          from meetings.meeting_card m
                         where m.network = platform.network() and m.host_organisation is not null
                           and m.state not in ('DRAFT', 'CANCELLED')
                           and (m.starts_at at time zone 'Europe/Berlin')::date > cast(:day as date) - interval '1 year'
                           and (m.starts_at at time zone 'Europe/Berlin')::date <= :day
                         group by m.host_organisation
                        """).param("day", day).query(Hosted.class).list().forEach(it -> hosted.put(it.partner(), it.times()));
        return hosted;
    }

    /// The lines that chance does not explain: what the office may say something to.
    public List<String> exceptions() {
        return spreads.stream()
                .flatMap(spread ->
                        spread.lines().stream().filter(Spread.Line::differs).map(line -> exception(spread, line)))
                .toList();
    }

    /// The name of a line for its reason.
    public static String exception(Spread spread, Spread.Line line) {
        return spread.what() + "." + line.key();
    }
}
