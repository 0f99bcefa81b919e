package org.wirknetz.directory.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The one sentence at the head of a page.
@Component
class Summaries {

    private final Desk desk;

    Summaries(Desk desk) {
        this.desk = desk;
    }

    /// Where it stands, what kind it is, who speaks for it.
    String of(OrganisationPage page) {
        var sentences = new ArrayList<String>();
        var standing = page.standing();
        if (page.card().coordinator()) {
            sentences.add(desk.say("directory.summary.coordinator"));
        } else if (standing == null) {
            sentences.add(desk.say("directory.summary.no-status"));
        } else if (standing.validFrom() == null) {
            sentences.add(desk.say("directory.summary.status." + standing.status()));
        } else {
            sentences.add(desk.say("directory.summary.since." + standing.status(), date(standing.validFrom())));
        }
        if (!page.groups().isEmpty()) {
            sentences.add(desk.say("directory.summary.groups", String.join(", ", page.groups())));
        }
        if (page.inside() && page.present().isEmpty()) sentences.add(desk.say("directory.summary.nobody"));
        else if (!page.representatives().isEmpty()) {
            sentences.add(desk.say("directory.summary.represented", page.representatives()));
        }
        return String.join(" ", sentences);
    }

    private String date(java.time.LocalDate day) {
        var german = desk.locale().equals(Locale.GERMAN);
        return day.format(DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy" : "d MMM yyyy", desk.locale()));
    }
}
