package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.NetworkSign;
import tools.jackson.databind.json.JsonMapper;

/// The network map: a page that is readable without script, and the data with which it comes alive.
@Controller
class MapController {

    /// Below this many organisations structure alone gives away who is who.
    static final int FEWEST_WITHOUT_NAMES = 20;

    private final Chronicles chronicles;
    private final Maps maps;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final JsonMapper json;

    MapController(Chronicles chronicles, Maps maps, NetworkcheckPermissions may, CheckDesk desk, JsonMapper json) {
        this.chronicles = chronicles;
        this.maps = maps;
        this.may = may;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping("/w/{network}/check/map")
    ModelAndView map(Visitor visitor, @RequestParam(name = "asOf", required = false) @Nullable String typed) {
        var chronicle = chronicles.current();
        requireSight(visitor, chronicle);
        boolean names = may.seeNames(visitor);
        var asOf = names ? desk.asOf(typed) : desk.today();
        var snapshot = chronicle.asOf(asOf);
        var page = new MapPage(
                asOf,
                Sentences.ofMap(desk, snapshot),
                maps.drawing(chronicle, asOf, names),
                chronicle.groupsOn(asOf),
                names,
                snapshot.members().isEmpty(),
                may.enterTies(visitor));
        return desk.page(
                "map",
                desk.say("networkcheck.map.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.map.title"))),
                Map.of("page", page));
    }

    @GetMapping(value = "/w/{network}/check/map.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Nullable
    ResponseEntity<byte[]> data(
            Visitor visitor,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            @RequestParam(name = "asOf", required = false) @Nullable String typed,
            WebRequest request) {
        var chronicle = chronicles.current();
        requireSight(visitor, chronicle);
        // Without names only today: who came or went between two days would be told by the difference.
        var asOf = may.seeNames(visitor) ? desk.asOf(typed) : desk.today();
        var etag = "\"%d-%s-%s-%s-%s-%s\""
                .formatted(
                        chronicle.version(),
                        asOf,
                        desk.today(),
                        desk.locale().getLanguage(),
                        may.seeNames(visitor),
                        may.enterTies(visitor));
        if (request.checkNotModified(etag)) return null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(maps.data(chronicle, visitor, sign.name(), asOf)));
    }

    private void requireSight(Visitor visitor, Chronicle chronicle) {
        Forbidden.unless(may.seeCheck(visitor));
        boolean manyEnough = chronicle.asOf(desk.today()).members().size() >= FEWEST_WITHOUT_NAMES;
        Forbidden.unless(may.seeNames(visitor) || manyEnough);
    }
}
