package org.wirknetz.surveys.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.surveys.SurveysPermissions;

/// The page of surveys in the room Netzwerk-Check.
@Component
class SurveyDoors extends PageDoor {

    SurveyDoors(SurveysPermissions may) {
        super("networkcheck", 72, 1030, "surveys.title", "/surveys", may::see);
    }
}
