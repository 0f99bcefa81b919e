package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Adaptations;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Findings;
import org.wirknetz.equality.Reviews;
import org.wirknetz.equality.TargetGroupLists;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// One click makes a task of an overdue review: with the office, in four weeks. All of it can be said otherwise.
@Controller
class ReviewsController {

    private final JdbcClient db;
    private final Reviews reviews;
    private final Adaptations adaptations;
    private final TargetGroupLists lists;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    ReviewsController(
            JdbcClient db,
            Reviews reviews,
            Adaptations adaptations,
            TargetGroupLists lists,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.reviews = reviews;
        this.adaptations = adaptations;
        this.lists = lists;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    private record Form(String version, String title, String organisation, String due) {}

    @PostMapping("/w/{network}/equality/instruments/{instrument}/task")
    String ofInstrument(
            Visitor visitor,
            @PathVariable UUID instrument,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        return task(visitor, instrument, null, new Form(version, title, organisation, due), request);
    }

    @PostMapping("/w/{network}/equality/adaptations/{adaptation}/task")
    String ofAdaptation(
            Visitor visitor,
            @PathVariable UUID adaptation,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var instrument = adaptations.require(adaptation).instrument();
        return task(visitor, instrument, adaptation, new Form(version, title, organisation, due), request);
    }

    private String task(
            Visitor visitor, UUID instrument, @Nullable UUID adaptation, Form form, HttpServletRequest request) {
        var late = reviews.require(instrument, adaptation, desk.today());
        var group = group(late.targetGroup());
        var words = form.title().isBlank() ? step(late, group) : form.title().strip();
        var wanted = new Findings.Wanted(words, Typed.id(form.organisation()), Typed.day(form.due()), why(late, group));
        reviews.makeTask(late, Typed.version(form.version()), wanted, desk.today());
        return redirects.done(request, visitor.base() + "/equality/instruments", "equality.finding.task-made", words);
    }

    private String group(@Nullable UUID group) {
        return InstrumentsPage.groups(db, lists, desk).stream()
                .filter(it -> it.id().equals(group))
                .map(InstrumentsPage.Group::title)
                .findFirst()
                .orElse("");
    }

    private String step(Reviews.Due late, String group) {
        return late.adaptation() == null
                ? desk.say("equality.review.step", late.title())
                : desk.say("equality.review.step.tried", late.title(), group);
    }

    private String why(Reviews.Due late, String group) {
        return desk.say("equality.review.from") + "\n"
                + (late.adaptation() == null
                        ? desk.say("equality.review.passed", late.title(), desk.date(late.since()))
                        : desk.say("equality.review.tried", late.title(), group, desk.date(late.since())));
    }
}
