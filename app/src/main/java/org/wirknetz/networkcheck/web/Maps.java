package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.CoAttendance;
import org.wirknetz.networkcheck.CooperationForm;
import org.wirknetz.networkcheck.Layouts;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Reports;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.networkcheck.Works;

/// Makes the map's data for one reader inside. Nobody else gets the map as it is now (decision 0261).
@Component
class Maps {

    /// Above this many organisations sub-networks are not looked for at the end of every quarter.
    static final int MOST_THROUGH_TIME = 200;

    private static final int MOST_SLICES = 24;
    private static final int MOST_BONDS = 4000;
    private static final List<String> SHAPES =
            List.of("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star", "cross");

    private final Layouts layouts;
    private final Works works;
    private final Ties ties;
    private final NetworkcheckPermissions may;
    private final MapWords mapWords;
    private final CheckDesk desk;

    Maps(Layouts layouts, Works works, Ties ties, NetworkcheckPermissions may, MapWords mapWords, CheckDesk desk) {
        this.layouts = layouts;
        this.works = works;
        this.ties = ties;
        this.may = may;
        this.mapWords = mapWords;
        this.desk = desk;
    }

    MapData data(Chronicle chronicle, Visitor visitor, String network, LocalDate asOf) {
        var places = layouts.of(chronicle);
        var ids = chronicle.members().stream().map(Member::id).collect(Collectors.toSet());
        return new MapData(
                new MapData.Sign(
                        network,
                        visitor.slug(),
                        asOf.toString(),
                        desk.today().toString(),
                        desk.say("networkcheck.map.caption")),
                chronicle.members().stream()
                        .map(member -> node(member, places, visitor.base()))
                        .sorted(Comparator.comparing(MapData.Node::name).thenComparing(MapData.Node::id))
                        .toList(),
                chronicle.ties().stream()
                        .filter(tie -> ids.contains(tie.from()) && ids.contains(tie.to()))
                        .map(tie -> line(tie, visitor.base()))
                        .toList(),
                together(ids, visitor.base()),
                groups(chronicle),
                ties.kinds().stream()
                        .map(kind -> new MapData.Named(kind.key(), kind.name(desk.words(), desk.locale())))
                        .toList(),
                java.util.Arrays.stream(CooperationForm.values())
                        .map(form -> new MapData.Named(form.name(), desk.say("networkcheck.form." + form)))
                        .toList(),
                time(chronicle, asOf),
                links(visitor, asOf),
                downloads(visitor.base(), asOf),
                mapWords.in(desk.locale()));
    }

    MapDrawing drawing(Chronicle chronicle, LocalDate asOf) {
        return drawing(chronicle, chronicle.asOf(asOf), MapDrawing.Beside.NOTHING);
    }

    MapDrawing drawing(Chronicle chronicle, Snapshot shown, MapDrawing.Beside beside) {
        var groups = chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, Function.identity()));
        return MapDrawing.of(shown, layouts.of(chronicle), groups, Member::shortName, beside);
    }

    private Map<String, String> links(Visitor visitor, LocalDate asOf) {
        var links = new HashMap<String, String>();
        if (may.enterTies(visitor)) links.put("newTie", visitor.base() + "/ties/new?from={from}&to={to}");
        links.put("circles", visitor.base() + "/check/map/circles.json?asOf=" + asOf);
        links.put("beside", visitor.base() + "/check/map");
        return links;
    }

    private List<MapData.Download> downloads(String base, LocalDate asOf) {
        var downloads = new ArrayList<MapData.Download>();
        for (var format : Reports.formats()) {
            downloads.add(new MapData.Download(
                    desk.say("networkcheck.download." + format), base + "/check/files/" + format + "?asOf=" + asOf));
        }
        return downloads;
    }

    private MapData.Node node(Member member, Map<UUID, Point> places, String base) {
        var place = places.getOrDefault(member.id(), new Point(0.5, 0.66));
        return new MapData.Node(
                member.id().toString(),
                member.key(),
                member.name(),
                member.shortName(),
                member.group(),
                member.coordinator(),
                rounded(place.x()),
                rounded(place.y()),
                member.coordinator()
                        ? List.of()
                        : member.stays().stream()
                                .map(stay -> new MapData.Stay(iso(stay.from()), iso(stay.to())))
                                .toList(),
                base + "/organisations/" + member.id());
    }

    private static MapData.Line line(TieRecord tie, String base) {
        return new MapData.Line(
                tie.from().toString(),
                tie.to().toString(),
                tie.kind(),
                tie.form(),
                tie.strength(),
                tie.mutual(),
                tie.source().toLowerCase(Locale.ROOT),
                tie.confirmedByBoth() ? "both" : "one",
                iso(tie.start()),
                iso(tie.end()),
                tie.isObserved() ? base + "/ties/between/" + tie.from() + "/" + tie.to() : base + "/ties/" + tie.id());
    }

    /// Who was at meetings together, apart from the ties: drawn only when asked for.
    private List<MapData.Line> together(Set<UUID> ids, String base) {
        return CoAttendance.through(works.current(), ids, desk.today()).bonds().stream()
                .limit(MOST_BONDS)
                .map(bond -> new MapData.Line(
                        bond.one().toString(),
                        bond.other().toString(),
                        "TOGETHER",
                        null,
                        bond.strength(),
                        true,
                        "together",
                        "one",
                        iso(bond.since()),
                        iso(bond.until()),
                        base + "/ties/between/" + bond.one() + "/" + bond.other()))
                .toList();
    }

    private List<MapData.Group> groups(Chronicle chronicle) {
        return chronicle.groups().stream()
                .map(group -> new MapData.Group(
                        group.key(), group.name(desk.locale()), group.colour(), SHAPES.get(group.shape() - 1)))
                .toList();
    }

    /// The days of the slider: ends of quarters, today, and the day that was asked for.
    List<LocalDate> days(Chronicle chronicle, LocalDate asOf) {
        var days = chronicle.quarters(desk.today(), MOST_SLICES);
        if (days.contains(asOf)) return days;
        return java.util.stream.Stream.concat(days.stream(), java.util.stream.Stream.of(asOf))
                .sorted()
                .toList();
    }

    private MapData.Time time(Chronicle chronicle, LocalDate asOf) {
        var days = days(chronicle, asOf);
        var pattern = desk.locale().equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy";
        var written = DateTimeFormatter.ofPattern(pattern, desk.locale());
        return new MapData.Time(
                days.getFirst().toString(),
                days.getLast().toString(),
                days.stream()
                        .map(day -> new MapData.Slice(day.toString(), written.format(day)))
                        .toList());
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000_000) / 1000.0;
    }

    private static @Nullable String iso(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
