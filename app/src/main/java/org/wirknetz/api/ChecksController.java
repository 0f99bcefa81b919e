package org.wirknetz.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Discretion;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Reports;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.NetworkSign;

/// The network check as of a date (contract, section 4). It names organisations, so it is for those inside.
@RestController
class ChecksController {

    private final Chronicles chronicles;
    private final Reports reports;
    private final NetworkcheckPermissions may;
    private final Clock clock;

    ChecksController(Chronicles chronicles, Reports reports, NetworkcheckPermissions may, Clock clock) {
        this.chronicles = chronicles;
        this.reports = reports;
        this.may = may;
        this.clock = clock;
    }

    @GetMapping("/api/v1/networks/{network}/checks/{date}")
    @Nullable
    ResponseEntity<byte[]> check(
            Visitor visitor,
            @PathVariable String date,
            @RequestAttribute("org.wirknetz.platform.web.NetworkSign") NetworkSign sign,
            HttpServletRequest request)
            throws IOException {
        Forbidden.unless(may.seeNames(visitor));
        var asOf = day(date);
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        // Which pairs give and take by name depends on who reads, and what else on whether the quarter is over.
        var etag = "\"%d-%s-%s-%08x-%s\""
                .formatted(
                        chronicles.version(),
                        asOf,
                        locale.getLanguage(),
                        visitor.account().hashCode(),
                        visitor.isOffice() ? "o" : Discretion.tells(asOf, LocalDate.now(clock)) ? "q" : "d");
        if (new ServletWebRequest(request).checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(etag)
                .contentType(MediaType.APPLICATION_JSON)
                .body(reports.of("json", sign.name(), asOf, locale).get("check.json"));
    }

    private static LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (day.getYear() < 1900 || day.getYear() > 2200) throw new NotFound();
            return day;
        } catch (DateTimeParseException notADate) {
            throw new NotFound();
        }
    }
}
