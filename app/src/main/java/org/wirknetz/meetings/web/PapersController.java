package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.Papers;
import org.wirknetz.platform.Document;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Download;
import org.wirknetz.platform.web.Redirects;

/// Files of one meeting: brought, read, taken away. Handed out as downloads and never shown by the browser.
@Controller
class PapersController {

    private final Papers papers;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    PapersController(Papers papers, MeetingsPermissions may, MeetingsDesk desk, Redirects redirects) {
        this.papers = papers;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/meetings/{meeting}/papers")
    String add(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam("paper") MultipartFile file,
            @RequestParam(required = false) @Nullable UUID item,
            HttpServletRequest request)
            throws IOException {
        desk.planning(visitor, meeting);
        if (file.getSize() > Document.MOST) throw new Refused("platform.document.big", Document.MOST >> 20);
        var document = Document.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        papers.add(new MeetingId(meeting), item, document);
        return redirects.done(request, back(visitor, meeting), "meetings.paper.added", document.name());
    }

    @GetMapping("/w/{network}/meetings/{meeting}/papers/{paper}")
    void read(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID paper, HttpServletResponse response)
            throws IOException {
        Forbidden.unless(may.see(visitor));
        Download.of(papers.read(new MeetingId(meeting), paper), response);
    }

    @PostMapping("/w/{network}/meetings/{meeting}/papers/{paper}/removal")
    String remove(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID paper, HttpServletRequest request) {
        desk.planning(visitor, meeting);
        papers.remove(new MeetingId(meeting), paper);
        return redirects.done(request, back(visitor, meeting), "meetings.paper.removed");
    }

    private static String back(Visitor visitor, UUID meeting) {
        return MeetingsDesk.path(visitor, meeting) + "#papers";
    }
}
