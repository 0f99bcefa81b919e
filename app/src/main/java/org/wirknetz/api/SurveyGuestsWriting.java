package org.wirknetz.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.surveys.Invitees;
import org.wirknetz.surveys.SurveysPermissions;
import org.wirknetz.surveys.WaveId;

/// Who a survey that is not open yet will ask, by call.
@Component
class SurveyGuestsWriting implements Writing {

    private final JdbcClient db;
    private final Invitees invitees;
    private final SurveysPermissions may;

    SurveyGuestsWriting(JdbcClient db, Invitees invitees, SurveysPermissions may) {
        this.db = db;
        this.invitees = invitees;
        this.may = may;
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        var survey = UUID.fromString(String.valueOf(values.get("survey")));
        var person = UUID.fromString(String.valueOf(values.get("person")));
        if (invitees.addPerson(new WaveId(survey), person) == 0)
            throw new Invalid(422, "person", "api.survey.not-reachable");
        return db.sql("select id from surveys.invited where wave = ? and person = ?")
                .params(survey, person)
                .query(UUID.class)
                .single();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        Forbidden.unless(may.lead(visitor));
        throw new Invalid(422, values.keySet().iterator().next(), "api.survey-guest.fixed");
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        Forbidden.unless(may.lead(visitor));
        var survey = db.sql("select wave from surveys.invited where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        invitees.remove(new WaveId(survey), id);
    }
}
