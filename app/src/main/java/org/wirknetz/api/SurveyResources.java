package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.surveys.SurveysPermissions;
import org.wirknetz.surveys.WaveEntry;

/// Surveys, whom a draft will ask, and what closed ones found. The figures are those of the page: none below five
/// raters, and none before the end.
@Component
class SurveyResources implements RoomResources {

    private final SurveysPermissions surveys;
    private final SurveysWriting writing;
    private final SurveyGuestsWriting guests;

    SurveyResources(SurveysPermissions surveys, SurveysWriting writing, SurveyGuestsWriting guests) {
        this.surveys = surveys;
        this.writing = writing;
        this.guests = guests;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "surveys",
                        "surveys.wave",
                        """
                        (select w.*, case when w.opened_on is null then 'DRAFT' when w.closed_on is not null then 'CLOSED'
                                          when surveys.is_open(w) then 'OPEN' else 'OVER' end as state
                           from surveys.wave w)""",
                        List.of(
                                text("title", WaveEntry.LONGEST_TITLE).needed(),
                                text("purpose", WaveEntry.LONGEST_PURPOSE).needed(),
                                of("reminders", Type.INTEGER),
                                of("openedOn", Type.DATE).readOnly(),
                                of("closesOn", Type.DATE).needed(),
                                of("closedOn", Type.DATE).readOnly(),
                                of("invited", Type.INTEGER).readOnly(),
                                of("answered", Type.INTEGER).readOnly(),
                                oneOf("state", "DRAFT", "OPEN", "OVER", "CLOSED"),
                                of("version", Type.INTEGER).readOnly()),
                        surveys::see,
                        surveys::lead,
                        writing),
                new Resource(
                        "survey-guests",
                        "surveys.invited",
                        "(select i.network, i.id, i.wave as survey, i.person from surveys.invited i)",
                        List.of(
                                of("survey", Type.UUID).needed(),
                                of("person", Type.UUID).needed()),
                        surveys::lead,
                        surveys::lead,
                        guests),
                new Resource(
                        "survey-figures",
                        "surveys.figure",
                        """
                        (select f.network, f.id, f.wave as survey, q.key, q.wording_de, q.wording_en, f.raters, f.unknown,
                                f.said_1 as ones, f.said_2 as twos, f.said_3 as threes, f.said_4 as fours, f.said_5 as fives
                           from surveys.figure f join surveys.question q on q.network = f.network and q.id = f.question)""",
                        List.of(
                                of("survey", Type.UUID).readOnly(),
                                text("key", 40).readOnly(),
                                text("wordingDe", 300).readOnly(),
                                text("wordingEn", 300).readOnly(),
                                of("raters", Type.INTEGER).readOnly(),
                                of("unknown", Type.INTEGER).readOnly(),
                                of("ones", Type.INTEGER).readOnly(),
                                of("twos", Type.INTEGER).readOnly(),
                                of("threes", Type.INTEGER).readOnly(),
                                of("fours", Type.INTEGER).readOnly(),
                                of("fives", Type.INTEGER).readOnly()),
                        surveys::see,
                        nobody -> false));
    }
}
