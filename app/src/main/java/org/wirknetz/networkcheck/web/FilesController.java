package org.wirknetz.networkcheck.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Reports;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.NetworkSign;

/// The network check as files: the same writers as on the command line.
@Controller
class FilesController {

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "html", "text/html;charset=UTF-8",
            "pdf", "application/pdf",
            "graphml", "application/graphml+xml",
            "gexf", "application/gexf+xml",
            "csv", "text/csv;charset=UTF-8",
            "zip", "application/zip");

    private final Reports reports;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    FilesController(Reports reports, NetworkcheckPermissions may, CheckDesk desk) {
        this.reports = reports;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/files/{format}")
    ResponseEntity<byte[]> file(
            Visitor visitor,
            @PathVariable String format,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            @RequestParam(name = "asOf", required = false) @Nullable String typed)
            throws IOException {
        Forbidden.unless(may.seeNames(visitor));
        var asOf = desk.asOf(typed);
        var files = reports.of(format, sign.name(), asOf, desk.locale());
        if (files.size() > 1) return answer(sign, asOf + ".zip", Archive.of(files));
        var only = files.entrySet().iterator().next();
        return answer(sign, asOf + "-" + only.getKey(), only.getValue());
    }

    private static ResponseEntity<byte[]> answer(NetworkSign sign, String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(TYPES.getOrDefault(ending, "application/octet-stream")))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(sign.slug() + "-" + name)
                                .build()
                                .toString())
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .body(content);
    }
}
