package org.wirknetz.reports.web;

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
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.reports.GexfNetwork;
import org.wirknetz.reports.GraphmlNetwork;
import org.wirknetz.reports.NetworkThroughTime;

/// The network for other programs: through all its time for those who see names; for the others, and for
/// passing on,
/// today without names.
@Controller
class NetworkFilesController {

    private final Chronicles chronicles;
    private final NetworkcheckPermissions may;
    private final Desk desk;

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
        Forbidden.unless(may.seeCheck(visitor));
        if (!format.equals("gexf") && !format.equals("graphml")) throw new NotFound();
        boolean named = may.seeNames(visitor) && !names.equals("without");
        var chronicle = chronicles.current();
        var today = desk.today();
        Forbidden.unless(named || chronicle.asOf(today).members().size() >= NetworkThroughTime.FEWEST_WITHOUT_NAMES);
        var network = named
                ? NetworkThroughTime.named(chronicle, sign.name(), today)
                : NetworkThroughTime.unnamed(chronicle, sign.name(), today, it -> it.name(desk.locale()));
        var file = visitor.slug() + "-" + today + (named ? "-network." : "-network-unnamed.") + format;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("application/" + format + "+xml"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .body(format.equals("gexf") ? GexfNetwork.of(network) : GraphmlNetwork.of(network));
    }
}
