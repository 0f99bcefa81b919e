package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.CalendarImport;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Meetings out of the calendar one had so far.
@Controller
class CalendarImportController {

    private final CalendarImport calendar;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    CalendarImportController(CalendarImport calendar, MeetingsPermissions may, MeetingsDesk desk, Redirects redirects) {
        this.calendar = calendar;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/import")
    ModelAndView show(Visitor visitor) {
        Forbidden.unless(may.plan(visitor));
        return page(visitor, "");
    }

    @PostMapping("/w/{network}/meetings/import")
    Object read(
            Visitor visitor,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable UUID group,
            HttpServletRequest request)
            throws IOException {
        Forbidden.unless(may.plan(visitor, group));
        try {
            if (file == null || file.isEmpty()) throw new Refused("meetings.ics.empty");
            if (file.getSize() > 1 << 20) throw new Refused("meetings.ics.big", 512);
            var report = calendar.read(file.getBytes(), group);
            return redirects.done(
                    request, visitor.base() + "/meetings?when=all", "meetings.ics.read", report.read(), report.added());
        } catch (Refused refused) {
            return desk.again(page(visitor, desk.say(refused.key(), refused.values())));
        }
    }

    private ModelAndView page(Visitor visitor, String problem) {
        var title = desk.say("meetings.import");
        return desk.page(
                "import",
                title,
                List.of(desk.meetings(visitor), Desk.here(title)),
                Map.of("groups", desk.groups(visitor, null), "problem", problem));
    }
}
