package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.networkcheck.map.Circles;
import org.wirknetz.networkcheck.map.MapViews;
import org.wirknetz.networkcheck.map.Shift;
import org.wirknetz.networkcheck.map.Ways;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.NetworkSign;
import tools.jackson.databind.json.JsonMapper;

/// The network map: a page that is readable without script, and the data with which it comes alive. For
/// those inside alone: whoever may not see names gets frozen maps (decision 0261).
@Controller
class MapController {

    private final Chronicles chronicles;
    private final Checks checks;
    private final Maps maps;
    private final Ties ties;
    private final MapViews views;
    private final WayPeople wayPeople;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final JsonMapper json;

    MapController(
            Chronicles chronicles,
            Checks checks,
            Maps maps,
            Ties ties,
            MapViews views,
            WayPeople wayPeople,
            NetworkcheckPermissions may,
            CheckDesk desk,
            JsonMapper json) {
        this.chronicles = chronicles;
        this.checks = checks;
        this.maps = maps;
        this.ties = ties;
        this.views = views;
        this.wayPeople = wayPeople;
        this.may = may;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping("/w/{network}/check/map")
    ModelAndView map(Visitor visitor, @RequestParam MultiValueMap<String, String> given) {
        Forbidden.unless(may.seeNames(visitor));
        var chronicle = chronicles.current();
        var kinds = kinds();
        var path = visitor.base() + "/check/map";
        var question = MapQuestion.of(path, given, desk.asOf(given.getFirst("asOf")), desk.today(), kinds.keySet());
        var whole = question.layers().of(chronicle, question.asOf());
        var telling = new MapTelling(
                desk,
                chronicle.groups().stream().collect(Collectors.toMap(ActorGroup::key, Function.identity())),
                kinds,
                visitor.base());
        var page = page(telling, chronicle, question, whole, visitor);
        return desk.page(
                "map",
                desk.say("networkcheck.map.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.map.title"))),
                Map.of("page", page));
    }

    private MapPage page(
            MapTelling telling, Chronicle chronicle, MapQuestion question, Snapshot whole, Visitor visitor) {
        var since = question.since();
        var earlier = since == null ? null : question.layers().of(chronicle, since);
        var shown = around(question, whole, whole, earlier);
        var before = earlier == null ? null : around(question, earlier, whole, earlier);
        var shift = before == null ? null : Shift.between(before, shown);
        var circles = question.circles()
                ? Circles.of(
                        checks.of(chronicle, question.asOf(), question.layers().coordinator()))
                : Circles.NONE;
        var way = way(telling, question, whole);
        var sentence = way != null
                ? way.sentence()
                : shift != null ? telling.changes(shift).sentence() : Sentences.ofMap(desk, shown);
        return new MapPage(
                question.asOf(),
                sentence,
                pictures(chronicle, question, shown, before, shift, circles, sentence),
                chronicle.groupsOn(question.asOf()),
                whole.members().isEmpty(),
                question.path() + ".json?asOf=" + question.asOf(),
                new MapForm(desk, question, telling.kinds()).over(chronicle, whole.members()),
                telling.tables(shown),
                shift == null ? null : telling.changes(shift),
                way,
                question.circles() ? telling.circles(circles, shown) : null,
                new MapPage.Kept(
                        views.all(question.path()), question.query(), may.keepViews(visitor), may.freeze(visitor)));
    }

    private List<MapPage.Picture> pictures(
            Chronicle chronicle,
            MapQuestion question,
            Snapshot shown,
            @Nullable Snapshot before,
            @Nullable Shift shift,
            Circles circles,
            String sentence) {
        if (before == null || shift == null || !question.beside()) {
            var beside = new MapDrawing.Beside(shift, circles, firstWay(question, shown));
            return List.of(new MapPage.Picture("", sentence, maps.drawing(chronicle, shown, beside)));
        }
        var then = new Shift(shift.since(), shift.day(), List.of(), shift.gone(), List.of(), shift.left());
        var now = new Shift(shift.since(), shift.day(), shift.came(), List.of(), shift.joined(), List.of());
        var pictures = new ArrayList<MapPage.Picture>();
        pictures.add(picture(
                chronicle,
                MapTelling.staying(before, shift),
                before,
                new MapDrawing.Beside(then, Circles.NONE, List.of())));
        pictures.add(picture(chronicle, shown, shown, new MapDrawing.Beside(now, circles, List.of())));
        return pictures;
    }

    private MapPage.Picture picture(Chronicle chronicle, Snapshot drawn, Snapshot told, MapDrawing.Beside beside) {
        var title = desk.date(told.asOf());
        return new MapPage.Picture(
                title, title + ": " + Sentences.ofMap(desk, told), maps.drawing(chronicle, drawn, beside));
    }

    /// Only who is near the centre on either of the days; everybody where no centre is chosen.
    private static Snapshot around(MapQuestion question, Snapshot snapshot, Snapshot now, @Nullable Snapshot before) {
        var centre = question.centre();
        if (centre == null || question.steps() == 0) return snapshot;
        var near = new java.util.HashSet<>(Ways.in(now).around(centre, question.steps()));
        if (before != null) near.addAll(Ways.in(before).around(centre, question.steps()));
        if (near.isEmpty()) return snapshot;
        return snapshot.without(it -> !near.contains(it.id()));
    }

    private static List<org.wirknetz.networkcheck.Member> firstWay(MapQuestion question, Snapshot shown) {
        if (question.centre() == null || question.to() == null) return List.of();
        var ways = Ways.in(shown).between(question.centre(), question.to());
        return ways.isEmpty() ? List.of() : ways.getFirst();
    }

    private MapPage.@Nullable Way way(MapTelling telling, MapQuestion question, Snapshot whole) {
        var byId = whole.byId();
        var from = question.centre() == null ? null : byId.get(question.centre());
        var to = question.to() == null ? null : byId.get(question.to());
        if (from == null || to == null) return null;
        var ways = Ways.in(whole).between(from.id(), to.id());
        var people = ways.isEmpty() ? List.<String>of() : wayPeople.along(ways.getFirst(), question.asOf());
        return telling.way(from, to, ways, people);
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (TieKind kind : ties.kinds()) kinds.put(kind.key(), kind.name(desk.words(), desk.locale()));
        return kinds;
    }

    @GetMapping(value = "/w/{network}/check/map.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> data(
            Visitor visitor,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            @RequestParam(name = "asOf", required = false) @Nullable String typed,
            WebRequest request) {
        Forbidden.unless(may.seeNames(visitor));
        var chronicle = chronicles.current();
        var asOf = desk.asOf(typed);
        var etag = "\"%d-%s-%s-%s-%s\""
                .formatted(
                        chronicle.version(), asOf, desk.today(), desk.locale().getLanguage(), may.enterTies(visitor));
        if (request.checkNotModified(etag)) return null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(maps.data(chronicle, visitor, sign.name(), asOf)));
    }

    /// The sub-networks and last bridges at the ends of the quarters the map shows; asked for when somebody
    /// wants them. A large network is looked at for the day alone at which the slider rests: each day takes
    /// a search of its own.
    ///
    /// @param typed day of the page
    /// @param rests day at which the slider rests
    /// @param without `coordinator` where the map leaves the office out
    @GetMapping(value = "/w/{network}/check/map/circles.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> circles(
            Visitor visitor,
            @RequestParam(name = "asOf", required = false) @Nullable String typed,
            @RequestParam(name = "day", required = false) @Nullable String rests,
            @RequestParam(defaultValue = "") String without) {
        Forbidden.unless(may.seeNames(visitor));
        var chronicle = chronicles.current();
        boolean coordinator = !without.equals("coordinator");
        var days = chronicle.members().size() > Maps.MOST_THROUGH_TIME
                ? List.of(desk.asOf(rests == null ? typed : rests))
                : maps.days(chronicle, desk.asOf(typed));
        var byDay = new LinkedHashMap<String, MapData.Circles>();
        for (var day : days)
            byDay.put(day.toString(), MapData.Circles.of(Circles.of(checks.of(chronicle, day, coordinator))));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(byDay));
    }
}
