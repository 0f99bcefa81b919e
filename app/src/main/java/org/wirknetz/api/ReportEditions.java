package org.wirknetz.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Words;
import org.wirknetz.reports.HalfYearReports;
import org.wirknetz.reports.ReportsPermissions;

/// Half-year reports as they were frozen, in the language of the one who asks; those that are not released
/// for the
/// office alone.
@RestController
class ReportEditions {

    private final HalfYearReports reports;
    private final ReportsPermissions may;

    ReportEditions(HalfYearReports reports, ReportsPermissions may) {
        this.reports = reports;
        this.may = may;
    }

    @GetMapping("/api/v1/networks/{network}/reports")
    ResponseEntity<byte[]> list(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.read(visitor));
        return Answered.list(reports.all(), HalfYearReports.Head::id, ReportEditions::head, request);
    }

    @GetMapping("/api/v1/networks/{network}/reports/{report}")
    ResponseEntity<byte[]> show(Visitor visitor, @PathVariable UUID report, HttpServletRequest request) {
        Forbidden.unless(may.read(visitor));
        var shown = reports.of(report, Words.closest(LocaleContextHolder.getLocale()));
        var document = head(shown.head());
        document.put("report", shown.edition());
        return Answered.document(document, request);
    }

    private static Map<String, @Nullable Object> head(HalfYearReports.Head head) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("id", head.id());
        said.put("halfYear", head.halfYear());
        said.put("asOf", head.asOf());
        said.put("frozenOn", head.frozenOn());
        said.put("releasedOn", head.releasedOn());
        return said;
    }
}
