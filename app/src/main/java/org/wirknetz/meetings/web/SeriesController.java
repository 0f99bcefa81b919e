package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.LoadBudgets;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.SeriesDispatches;
import org.wirknetz.meetings.SeriesId;
import org.wirknetz.meetings.SeriesPlans;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// Series of meetings: planned at once, told at once.
@Controller
class SeriesController {

    private final JdbcClient db;
    private final SeriesPlans plans;
    private final SeriesDispatches dispatches;
    private final LoadBudgets budgets;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    SeriesController(
            JdbcClient db,
            SeriesPlans plans,
            SeriesDispatches dispatches,
            LoadBudgets budgets,
            MeetingsPermissions may,
            MeetingsDesk desk,
            Redirects redirects) {
        this.db = db;
        this.plans = plans;
        this.dispatches = dispatches;
        this.budgets = budgets;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/series/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.plan(visitor));
        return form(visitor, SeriesForm.BLANK, List.of());
    }

    @PostMapping("/w/{network}/meetings/series")
    Object plan(Visitor visitor, @RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
        var typed = SeriesForm.of(given);
        Forbidden.unless(may.plan(visitor, typed.id("group")));
        try {
            var entry = typed.entry();
            var id = plans.plan(entry);
            return redirects.done(request, path(visitor, id.value()), "meetings.series.planned", entry.title());
        } catch (Refused refused) {
            return desk.again(form(visitor, typed, List.of(SeriesForm.problem(desk, refused))));
        }
    }

    private ModelAndView form(Visitor visitor, SeriesForm typed, List<Problem> problems) {
        var title = desk.say("meetings.series.new");
        return desk.page(
                "series-form",
                title,
                List.of(desk.meetings(visitor), Desk.here(title)),
                Map.of(
                        "form",
                        typed,
                        "problems",
                        problems,
                        "groups",
                        desk.groups(visitor, typed.id("group")),
                        "venues",
                        desk.venues(typed.id("venue")),
                        "hosts",
                        desk.organisations(desk.say("meetings.no-host"), null)));
    }

    @GetMapping("/w/{network}/meetings/series/{series}")
    ModelAndView show(Visitor visitor, @PathVariable UUID series) {
        Forbidden.unless(may.see(visitor));
        var page = SeriesPage.of(db, series, desk.now());
        boolean plans = may.plan(visitor, page.card().groupId());
        return desk.page(
                "series",
                page.card().title(),
                List.of(desk.meetings(visitor), Desk.here(page.card().title())),
                Map.of(
                        "page",
                        page,
                        "plans",
                        plans,
                        "beyond",
                        plans ? beyond(page) : List.of(),
                        "expecting",
                        plans
                                ? dispatches.expecting(new SeriesId(series))
                                : new SeriesDispatches.Expecting(0, List.of(), List.of())));
    }

    /// Of whom in the group the drafts of the next half-year ask more than they said they can give.
    private List<LoadBudgets.Beyond> beyond(SeriesPage page) {
        var drafts = page.rows().stream().filter(it -> it.draft() && it.ahead()).toList();
        if (drafts.isEmpty() || page.card().groupId() == null) return List.of();
        var first = drafts.getFirst().starts().toLocalDate();
        double hours = drafts.stream()
                .filter(it -> half(it.starts().toLocalDate()) == half(first))
                .mapToDouble(it -> Duration.between(it.starts(), it.ends()).toMinutes() / 60.0)
                .sum();
        Map<UUID, Integer> sending = new HashMap<>();
        db.sql("""
                        select organisation, count(*)::int as people from groups.member_card
                         where network = platform.network() and group_id = :group and person is not null
                           and since <= :day and (until is null or until > :day) group by organisation
                        """).param("group", page.card().groupId()).param("day", first).query(row -> {
            sending.put(row.getObject("organisation", UUID.class), row.getInt("people"));
        });
        return budgets.beyond(first, it -> hours * sending.getOrDefault(it, 0)).stream()
                .filter(it -> sending.containsKey(it.organisation()))
                .toList();
    }

    private static int half(LocalDate day) {
        return day.getYear() * 2 + (day.getMonthValue() > 6 ? 1 : 0);
    }

    /// Invites to all dates that lie ahead and are drafts.
    @PostMapping("/w/{network}/meetings/series/{series}/dispatch")
    String send(Visitor visitor, @PathVariable UUID series, HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor, plans.group(new SeriesId(series)).orElse(null)));
        int sent = dispatches.send(new SeriesId(series));
        return redirects.told(request, path(visitor, series), "meetings.dispatch.sent", sent);
    }

    @PostMapping("/w/{network}/meetings/series/{series}/cancellation")
    String cancel(
            Visitor visitor,
            @PathVariable UUID series,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor, plans.group(new SeriesId(series)).orElse(null)));
        int dates = plans.cancel(new SeriesId(series), reason);
        return redirects.done(request, path(visitor, series), "meetings.series.cancelled", dates);
    }

    /// Tells those who expect its dates, each with one mail.
    @PostMapping("/w/{network}/meetings/series/{series}/cancellation/dispatch")
    String sendCancellation(Visitor visitor, @PathVariable UUID series, HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor, plans.group(new SeriesId(series)).orElse(null)));
        int sent = dispatches.sendCancellation(new SeriesId(series));
        return redirects.told(request, path(visitor, series), "meetings.dispatch.sent", sent);
    }

    @PostMapping("/w/{network}/meetings/series/{series}/removal")
    String remove(Visitor visitor, @PathVariable UUID series, HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor, plans.group(new SeriesId(series)).orElse(null)));
        plans.remove(new SeriesId(series));
        return redirects.done(request, visitor.base() + "/meetings", "meetings.series.removed");
    }

    private static String path(Visitor visitor, UUID series) {
        return visitor.base() + "/meetings/series/" + series;
    }
}
