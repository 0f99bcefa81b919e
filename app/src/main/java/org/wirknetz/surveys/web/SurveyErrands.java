package org.wirknetz.surveys.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.surveys.SurveysPermissions;

/// What the page Heute says of surveys to the office: drafts nobody has been asked by yet, and fresh results to talk
/// about. Whoever is asked hears of it by mail; of who has answered nothing is known.
@Component
class SurveyErrands implements Errands {

    private static final int FRESH = 21;

    private final JdbcClient db;
    private final SurveysPermissions may;
    private final Desk desk;

    SurveyErrands(JdbcClient db, SurveysPermissions may, Desk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.lead(visitor)) return List.of();
        return WaveCard.all(db).stream()
                .filter(it -> it.draft() || isFresh(it))
                .limit(2)
                .map(it -> errand(visitor, it))
                .toList();
    }

    private boolean isFresh(WaveCard wave) {
        var closed = wave.closedOn();
        return closed != null && !wave.tooThin() && ChronoUnit.DAYS.between(closed, desk.today()) <= FRESH;
    }

    private Errand errand(Visitor visitor, WaveCard wave) {
        var key = wave.draft() ? "surveys.today.draft" : "surveys.today.closed";
        return new Errand(
                FRESH,
                desk.say(key, wave.title()),
                desk.say(key + ".why"),
                desk.say(key + ".do"),
                visitor.base() + "/surveys/" + wave.id());
    }
}
