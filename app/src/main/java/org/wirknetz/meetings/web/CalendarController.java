package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Patience;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Feeds;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Calendar feeds: the page where one gets a secret address, and what calendar programs read there.
@Controller
class CalendarController {

    private final JdbcClient db;
    private final Feeds feeds;
    private final Patience patience;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    CalendarController(
            JdbcClient db,
            Feeds feeds,
            Patience patience,
            MeetingsPermissions may,
            MeetingsDesk desk,
            Redirects redirects) {
        this.db = db;
        this.feeds = feeds;
        this.patience = patience;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/calendar")
    ModelAndView show(Visitor visitor) {
        Forbidden.unless(may.see(visitor));
        return page(visitor, "");
    }

    /// Shown once; an address there was before means nothing any more.
    @PostMapping("/w/{network}/meetings/calendar")
    ModelAndView issue(Visitor visitor, @RequestParam(defaultValue = "") String group) {
        Forbidden.unless(may.see(visitor));
        return page(visitor, feeds.issue(group(group)));
    }

    @PostMapping("/w/{network}/meetings/calendar/removal")
    String revoke(Visitor visitor, @RequestParam(defaultValue = "") String group, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        feeds.revoke(group(group));
        return redirects.told(request, visitor.base() + "/meetings/calendar", "meetings.feed.revoked");
    }

    private @Nullable UUID group(String typed) {
        if (typed.isBlank()) return null;
        return groups().stream()
                .filter(it -> it.value().equals(typed))
                .findFirst()
                .map(it -> UUID.fromString(it.value()))
                .orElseThrow(NotFound::new);
    }

    /// Those the visitor sees.
    private List<Choice> groups() {
        return db.sql(
                        "select id::text as id, name from groups.group_card where network = platform.network() order by platform.fold(name), id")
                .query((row, n) -> new Choice(row.getString("id"), row.getString("name"), false))
                .list();
    }

    private ModelAndView page(Visitor visitor, String address) {
        var choices = new java.util.ArrayList<Choice>();
        choices.add(new Choice("", desk.say("meetings.feed.mine"), true));
        choices.addAll(groups());
        return desk.page(
                "calendar",
                desk.say("meetings.feed"),
                List.of(desk.meetings(visitor), Desk.here(desk.say("meetings.feed"))),
                Map.of("choices", choices, "address", address, "feeds", FeedRows.of(db)));
    }

    /// For calendar programs: no session, no cookie; the address is the key.
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> read(@PathVariable String secret, HttpServletRequest request) {
        var owner = feeds.owner(secret);
        if (owner.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("calendar", client.subnet(), client);
            throw new NotFound();
        }
        var whose = owner.get();
        return Scope.of(whose.network(), whose.account())
                .call(() -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                        .header("X-Robots-Tag", "noindex")
                        .body(feeds.calendar(desk.say("meetings.title"), whose.group())));
    }
}
