package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.Replies;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Answers by mail that could not be counted, for the office to look at.
@Controller
class RepliesController {

    private final JdbcClient db;
    private final Replies replies;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    RepliesController(JdbcClient db, Replies replies, MeetingsPermissions may, MeetingsDesk desk, Redirects redirects) {
        this.db = db;
        this.replies = replies;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/replies")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.planAll(visitor));
        return desk.page(
                "replies",
                desk.say("meetings.replies"),
                List.of(desk.meetings(visitor), Desk.here(desk.say("meetings.replies"))),
                Map.of("replies", ReplyRows.of(db)));
    }

    @PostMapping("/w/{network}/meetings/replies/{reply}/settlement")
    String settle(Visitor visitor, @PathVariable UUID reply, HttpServletRequest request) {
        Forbidden.unless(may.planAll(visitor));
        replies.settle(reply);
        return redirects.done(request, visitor.base() + "/meetings/replies", "meetings.reply.settled");
    }
}
