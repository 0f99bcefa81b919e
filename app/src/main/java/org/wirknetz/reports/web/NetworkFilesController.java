package org.wirknetz.reports.web;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.map.Freezing;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.reports.GexfNetwork;
import org.wirknetz.reports.GraphmlNetwork;
import org.wirknetz.reports.NetworkThroughTime;

/// The network for other programs, for those who see names: through all its time, or, for passing on, today
/// without names. Who does not see names gets no file of it: structure of today tells what reports withhold.
@Controller
class NetworkFilesController {

    private final Chronicles chronicles;
    private final NetworkcheckPermissions may;
    private final Desk desk;
    private final SecureRandom random = new SecureRandom();

    NetworkFilesController(Chronicles chronicles, NetworkcheckPermissions may, Desk desk) {
        this.chronicles = chronicles;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/network/{format}")
    ResponseEntity<byte[]> file(
            Visitor visitor,
            @PathVariable String format,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            @RequestParam(defaultValue = "with") String names) {
        Forbidden.unless(may.seeNames(visitor));
        if (!format.equals("gexf") && !format.equals("graphml")) throw new NotFound();
        boolean named = !names.equals("without");
        var network = named
                ? NetworkThroughTime.named(chronicles.current(), sign.name(), desk.today())
                : unnamed(sign.name());
        var file = visitor.slug() + "-" + desk.today() + (named ? "-network." : "-network-unnamed.") + format;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("application/" + format + "+xml"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .body(format.equals("gexf") ? GexfNetwork.of(network) : GraphmlNetwork.of(network));
    }

    private NetworkThroughTime unnamed(String name) {
        var chronicle = chronicles.current();
        var hidden = Freezing.hidden(
                chronicle.asOf(desk.today()),
                chronicle.groups(),
                List.of(
                        desk.words().say(Locale.GERMAN, "networkcheck.frozen.others"),
                        desk.words().say(Locale.ENGLISH, "networkcheck.frozen.others")),
                random);
        Forbidden.unless(hidden.nodes().size() >= Freezing.FEWEST_HIDDEN);
        boolean english = desk.locale().equals(Locale.ENGLISH);
        return NetworkThroughTime.unnamed(
                hidden, name, desk.today(), group -> english ? group.nameEn() : group.nameDe());
    }
}
