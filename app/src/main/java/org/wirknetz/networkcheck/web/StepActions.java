package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.steps.Grounds;
import org.wirknetz.networkcheck.web.StepsPage.Action;

/// The one click that makes a step a task, an item of an agenda, or an introduction. What is sent is what the forms of
/// those rooms send.
record StepActions(CheckDesk desk, JdbcClient db, String base) {

    private static final int DAYS = 14;
    private static final int LONGEST_TITLE = 300;

    /// @param organisation with whom it lies; null for the office
    Action task(String title, String note, @Nullable UUID organisation) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", "task");
        fields.put("title", cut(title));
        fields.put("note", note);
        fields.put("due", desk.today().plusDays(DAYS).toString());
        if (organisation != null) fields.put("organisation", organisation.toString());
        return new Action(desk.say("networkcheck.steps.task"), base + "/tasks", fields, false);
    }

    private record Next(UUID id, String title, LocalDate on) {}

    /// The next meeting that is prepared; nothing where there is none.
    ///
    /// @param group of this group; null for the steering group's or the whole network's
    Optional<Action> agenda(String title, String notes, @Nullable UUID group) {
        return db.sql("""
                        select id, title, (starts_at at time zone 'Europe/Berlin')::date as "on"
                          from meetings.meeting_card
                         where network = platform.network() and state <> 'CANCELLED'
                           and (starts_at at time zone 'Europe/Berlin')::date >= :today
                           and case when cast(:group as uuid) is null then kind in ('STEERING', 'PLENARY')
                                    else group_id = cast(:group as uuid) end
                         order by starts_at, id
                         limit 1
                        """)
                .param("today", desk.today())
                .param("group", group)
                .query(Next.class)
                .optional()
                .map(meeting -> {
                    var fields = new LinkedHashMap<String, String>();
                    fields.put("title", cut(title));
                    fields.put("kind", "EXCHANGE");
                    fields.put("notes", notes);
                    return new Action(
                            desk.say("networkcheck.steps.agenda", meeting.title(), desk.date(meeting.on())),
                            base + "/meetings/" + meeting.id() + "/agenda",
                            fields,
                            false);
                });
    }

    Action introduce(Grounds.Help help) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("need", help.need().toString());
        fields.put("offer", help.offer().toString());
        return new Action(desk.say("networkcheck.steps.introduce"), base + "/introductions", fields, true);
    }

    private static String cut(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
