package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/// Makes the map's data for one reader. A reader who may not see names gets group and number instead,
/// in an order that says nothing.
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

    MapData data(Chronicle whole, Visitor visitor, String network, LocalDate asOf) {
        var places = layouts.of(whole);
        boolean names = may.seeNames(visitor);
        var chronicle = names ? whole : whole.frozenOn(asOf);
        var ids = ids(chronicle, names);
        var name = naming(chronicle, names);
        return new MapData(
                new MapData.Sign(
                        network,
                        visitor.slug(),
                        asOf.toString(),
                        desk.today().toString(),
                        desk.say("networkcheck.map.caption")),
                chronicle.members().stream()
                        .map(member -> node(member, places, ids, name, names ? visitor.base() : null))
                        .sorted(Comparator.comparing(MapData.Node::name).thenComparing(MapData.Node::id))
                        .toList(),
                chronicle.ties().stream()
                        .filter(tie -> ids.containsKey(tie.from()) && ids.containsKey(tie.to()))
                        .map(tie -> line(tie, ids, names ? visitor.base() : null))
                        .toList(),
                names ? together(ids, visitor.base()) : List.of(),
                groups(chronicle),
                ties.kinds().stream()
                        .map(kind -> new MapData.Named(kind.key(), kind.name(desk.words(), desk.locale())))
                        .toList(),
                java.util.Arrays.stream(CooperationForm.values())
                        .map(form -> new MapData.Named(form.name(), desk.say("networkcheck.form." + form)))
                        .toList(),
                time(chronicle, asOf),
                links(visitor, asOf, names),
                names ? downloads(visitor.base(), asOf) : List.of(),
                mapWords.in(desk.locale()));
    }

    MapDrawing drawing(Chronicle chronicle, LocalDate asOf, boolean names) {
        return drawing(chronicle, chronicle.asOf(asOf), names, MapDrawing.Beside.NOTHING);
    }

    MapDrawing drawing(Chronicle chronicle, Snapshot shown, boolean names, MapDrawing.Beside beside) {
        var groups = chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, Function.identity()));
        var name = naming(chronicle, names);
        return MapDrawing.of(shown, layouts.of(chronicle), groups, names ? Member::shortName : name, beside);
    }

    private Map<String, String> links(Visitor visitor, LocalDate asOf, boolean names) {
        var links = new HashMap<String, String>();
        if (may.enterTies(visitor)) links.put("newTie", visitor.base() + "/ties/new?from={from}&to={to}");
        if (names) links.put("circles", visitor.base() + "/check/map/circles.json?asOf=" + asOf);
        if (names) links.put("beside", visitor.base() + "/check/map");
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

    private static Map<UUID, String> ids(Chronicle chronicle, boolean names) {
        var ids = new HashMap<UUID, String>();
        chronicle.members().stream()
                .sorted(Comparator.comparing(Member::id))
                .forEach(member -> ids.put(member.id(), names ? member.id().toString() : "n" + (ids.size() + 1)));
        return ids;
    }

    /// What an organisation is called; without names by its group and a number in an order that says
    /// nothing.
    Function<Member, String> naming(Chronicle chronicle, boolean names) {
        if (names) return Member::name;
        var said = new HashMap<UUID, String>();
        var counts = new LinkedHashMap<String, Integer>();
        var groups =
                chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, it -> it.name(desk.locale())));
        chronicle.members().stream().sorted(Comparator.comparing(Member::id)).forEach(member -> {
            var group = member.coordinator()
                    ? desk.say("networkcheck.map.word.coordinator")
                    : groups.getOrDefault(member.group(), desk.say("networkcheck.map.word.noGroup"));
            said.put(member.id(), group + " " + counts.merge(group, 1, Integer::sum));
        });
        return member -> said.getOrDefault(member.id(), "");
    }

    private MapData.Node node(
            Member member,
            Map<UUID, Point> places,
            Map<UUID, String> ids,
            Function<Member, String> name,
            @Nullable String base) {
        var place = places.getOrDefault(member.id(), new Point(0.5, 0.66));
        boolean named = base != null;
        return new MapData.Node(
                ids.getOrDefault(member.id(), ""),
                named ? member.key() : "",
                name.apply(member),
                named ? member.shortName() : name.apply(member),
                member.group(),
                member.coordinator(),
                rounded(place.x()),
                rounded(place.y()),
                member.coordinator()
                        ? List.of()
                        : member.stays().stream()
                                .map(stay -> new MapData.Stay(iso(stay.from()), iso(stay.to())))
                                .toList(),
                named ? base + "/organisations/" + member.id() : null);
    }

    private static MapData.Line line(TieRecord tie, Map<UUID, String> ids, @Nullable String base) {
        return new MapData.Line(
                ids.getOrDefault(tie.from(), ""),
                ids.getOrDefault(tie.to(), ""),
                tie.kind(),
                tie.form(),
                tie.strength(),
                tie.mutual(),
                tie.source().toLowerCase(Locale.ROOT),
                tie.confirmedByBoth() ? "both" : "one",
                iso(tie.start()),
                iso(tie.end()),
                base == null
                        ? null
                        : tie.isObserved()
                                ? base + "/ties/between/" + tie.from() + "/" + tie.to()
                                : base + "/ties/" + tie.id());
    }

    /// Who was at meetings together, apart from the ties: drawn only when asked for.
    private List<MapData.Line> together(Map<UUID, String> ids, String base) {
        return CoAttendance.through(works.current(), ids.keySet(), desk.today()).bonds().stream()
                .limit(MOST_BONDS)
                .map(bond -> new MapData.Line(
                        ids.getOrDefault(bond.one(), ""),
                        ids.getOrDefault(bond.other(), ""),
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
