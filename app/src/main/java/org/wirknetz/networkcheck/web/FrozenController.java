package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Patience;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.map.FrozenMaps;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// Frozen maps: the office freezes one, looks at it, approves it for everybody with a seat, and may
/// make an address for everybody; funders and the public see what was approved.
@Controller
class FrozenController {

    private final FrozenMaps frozen;
    private final Freezer freezer;
    private final FrozenTelling telling;
    private final NetworkcheckPermissions may;
    private final Doors doors;
    private final Patience patience;
    private final CheckDesk desk;
    private final Redirects redirects;

    FrozenController(
            FrozenMaps frozen,
            Freezer freezer,
            FrozenTelling telling,
            NetworkcheckPermissions may,
            Doors doors,
            Patience patience,
            CheckDesk desk,
            Redirects redirects) {
        this.frozen = frozen;
        this.freezer = freezer;
        this.telling = telling;
        this.may = may;
        this.doors = doors;
        this.patience = patience;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/frozen")
    ModelAndView list(Visitor visitor, @RequestParam(defaultValue = "") String query) {
        Forbidden.unless(may.seeCheck(visitor));
        var lines = frozen.all().stream().map(telling::line).toList();
        return desk.page(
                "frozen-maps",
                desk.say("networkcheck.frozen.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.frozen.title"))),
                Map.of(
                        "lines",
                        lines,
                        "office",
                        may.freeze(visitor),
                        "query",
                        query.length() > 2000 ? "" : query,
                        "today",
                        desk.date(desk.today())));
    }

    @PostMapping("/w/{network}/check/frozen")
    String freeze(
            Visitor visitor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "false") boolean pseudonyms,
            @RequestParam(defaultValue = "") String query,
            HttpServletRequest request) {
        Forbidden.unless(may.freeze(visitor));
        var id = freezer.freeze(title, pseudonyms, query);
        return redirects.done(request, path(visitor, id), "networkcheck.frozen.done");
    }

    @GetMapping("/w/{network}/check/frozen/{map}")
    ModelAndView show(Visitor visitor, @PathVariable UUID map) {
        return show(visitor, map, "");
    }

    /// @param address for everybody, where one was made just now
    private ModelAndView show(Visitor visitor, UUID map, String address) {
        Forbidden.unless(may.seeCheck(visitor));
        var found = frozen.of(map);
        var page = telling.page(found, path(visitor, map), may.freeze(visitor), address);
        return desk.page(
                "frozen-map",
                page.title(),
                List.of(
                        desk.check(visitor),
                        new Crumb(desk.say("networkcheck.frozen.title"), visitor.base() + "/check/frozen"),
                        CheckDesk.here(page.title())),
                Map.of("page", page));
    }

    @GetMapping("/w/{network}/check/frozen/{map}/export")
    ResponseEntity<byte[]> export(
            Visitor visitor, @PathVariable UUID map, @RequestParam(required = false) @Nullable String format) {
        Forbidden.unless(may.seeCheck(visitor));
        var page = telling.page(frozen.of(map), "", false, "");
        var groups = page.organisations().stream()
                .collect(java.util.stream.Collectors.toMap(
                        FrozenPage.Organisation::name, FrozenPage.Organisation::group, (one, other) -> one));
        return Spreadsheet.of(visitor.slug() + "-map", format, table -> {
            var heads = new ArrayList<>(List.of(
                    desk.say("networkcheck.map.word.column.from"),
                    desk.say("networkcheck.map.word.column.group"),
                    desk.say("networkcheck.map.word.column.to"),
                    desk.say("networkcheck.map.word.column.group")));
            if (page.kinds()) heads.add(desk.say("networkcheck.map.word.column.kind"));
            table.table("map", heads);
            for (var tie : page.ties()) {
                var cells = new ArrayList<>(List.of(
                        Cell.of(tie.from()),
                        Cell.of(groups.getOrDefault(tie.from(), "")),
                        Cell.of(tie.to()),
                        Cell.of(groups.getOrDefault(tie.to(), ""))));
                if (page.kinds()) cells.add(Cell.of(tie.kind()));
                table.row(cells);
            }
        });
    }

    /// The picture as the page shows it, as a file.
    @GetMapping("/w/{network}/check/frozen/{map}/picture")
    ResponseEntity<byte[]> picture(Visitor visitor, @PathVariable UUID map) {
        Forbidden.unless(may.seeCheck(visitor));
        var picture = FrozenPicture.of(telling.page(frozen.of(map), "", false, ""));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + visitor.slug() + "-map.svg\"")
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(picture.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/w/{network}/check/frozen/{map}/approval")
    String approve(Visitor visitor, @PathVariable UUID map, HttpServletRequest request) {
        Forbidden.unless(may.freeze(visitor));
        frozen.of(map);
        frozen.approve(map);
        return redirects.done(request, path(visitor, map), "networkcheck.frozen.approved");
    }

    @PostMapping("/w/{network}/check/frozen/{map}/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID map, HttpServletRequest request) {
        Forbidden.unless(may.freeze(visitor));
        frozen.withdraw(map);
        return redirects.told(request, path(visitor, map), "networkcheck.frozen.withdrawn");
    }

    @PostMapping("/w/{network}/check/frozen/{map}/removal")
    String remove(Visitor visitor, @PathVariable UUID map, HttpServletRequest request) {
        Forbidden.unless(may.freeze(visitor));
        frozen.remove(map);
        return redirects.done(request, visitor.base() + "/check/frozen", "networkcheck.frozen.removed");
    }

    /// Shown once: only its hash is kept.
    @PostMapping("/w/{network}/check/frozen/{map}/door")
    ModelAndView open(Visitor visitor, @PathVariable UUID map) {
        Forbidden.unless(may.freeze(visitor));
        frozen.of(map);
        var secret = frozen.open(map);
        return show(visitor, map, doors.address("/n/" + visitor.slug() + "/map/" + secret));
    }

    @PostMapping("/w/{network}/check/frozen/{map}/door/removal")
    String shut(Visitor visitor, @PathVariable UUID map, HttpServletRequest request) {
        Forbidden.unless(may.freeze(visitor));
        frozen.shut(map);
        return redirects.told(request, path(visitor, map), "networkcheck.frozen.shut");
    }

    @GetMapping("/n/{network}/map/{secret}")
    ModelAndView forAnybody(
            @PathVariable String network,
            @PathVariable String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        // The secret stays in the address, and the forms of the page still say where they come from.
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("X-Robots-Tag", "noindex");
        var found = frozen.forAnybody(secret);
        if (found.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("map", client.subnet(), client);
            throw new NotFound();
        }
        var page = telling.page(found.get());
        return desk.page("frozen-map", page.title(), List.of(), Map.of("page", page));
    }

    private static String path(Visitor visitor, UUID map) {
        return visitor.base() + "/check/frozen/" + map;
    }
}
