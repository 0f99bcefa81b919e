package org.wirknetz.newsletter.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Audience;
import org.wirknetz.newsletter.Circulars;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// What the controllers of this room share: choices, moments in words, what was typed.
@Component
class NewsletterDoor {

    private static final List<String> LEVELS = List.of("LEADERSHIP", "OPERATIONAL", "ADMINISTRATION");

    private final JdbcClient db;
    private final Desk desk;
    private final Lists lists;
    private final Circulars circulars;

    NewsletterDoor(JdbcClient db, Desk desk, Lists lists, Circulars circulars) {
        this.db = db;
        this.desk = desk;
        this.lists = lists;
        this.circulars = circulars;
    }

    Crumb newsletters(Visitor visitor) {
        return new Crumb(desk.say("newsletter.title"), visitor.base() + "/newsletters");
    }

    Crumb circulars(Visitor visitor) {
        return new Crumb(desk.say("newsletter.circulars.title"), visitor.base() + "/circulars");
    }

    /// 23.11.2026, 14:05 in German, 23 Nov 2026, 14:05 in English.
    String moment(@Nullable Instant at) {
        if (at == null) return "";
        var local = at.atZone(ClockSource.ZONE);
        return desk.date(local.toLocalDate()) + ", " + local.format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    List<Choice> lists(@Nullable UUID chosen) {
        return lists.all().stream()
                .map(it -> new Choice(it.id().toString(), it.name(), it.id().equals(chosen)))
                .toList();
    }

    private List<Choice> withAll(List<Choice> some, String all) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", desk.say(all), some.stream().noneMatch(Choice::chosen)));
        choices.addAll(some);
        return choices;
    }

    List<Choice> actorGroups(@Nullable UUID chosen) {
        var name = desk.locale().getLanguage().equals("en") ? "name_en" : "name_de";
        return withAll(
                choices("select id, " + name + " as name from directory.actor_group_card order by number", chosen),
                "newsletter.segment.all-groups");
    }

    List<Choice> areas(@Nullable UUID chosen) {
        return withAll(
                choices("select id, name from directory.area_card order by platform.fold(name)", chosen),
                "newsletter.segment.all-areas");
    }

    List<Choice> levels(@Nullable String chosen) {
        return withAll(
                LEVELS.stream()
                        .map(it -> new Choice(it, desk.say("newsletter.segment." + it), it.equals(chosen)))
                        .toList(),
                "newsletter.segment.all-levels");
    }

    /// @param only the groups a lead may write to; null for all of them and for all members
    List<Choice> groups(@Nullable UUID chosen, @Nullable List<UUID> only) {
        var groups = circulars.groups().stream()
                .filter(it -> only == null || only.contains(it.id()))
                .map(it -> new Choice(it.id().toString(), it.name(), it.id().equals(chosen)))
                .toList();
        return only == null ? withAll(groups, "newsletter.segment.all-members") : groups;
    }

    private List<Choice> choices(String question, @Nullable UUID chosen) {
        return db.sql(question)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Choice(id.toString(), row.getString("name"), id.equals(chosen));
                })
                .list();
    }

    /// Members one may speak for: the office for all of them, and for itself.
    List<Choice> speakers(Visitor visitor, @Nullable UUID chosen) {
        var all = choices("""
                select distinct o.id, o.name, platform.fold(o.name) as folded from directory.organisation_card o
                  join directory.membership_card m on m.network = o.network and m.organisation = o.id
                   and m.status in ('ACTIVE', 'DORMANT')
                 order by folded
                """, chosen).stream()
                .filter(it -> visitor.isOffice() || visitor.worksFor(UUID.fromString(it.value())))
                .toList();
        return visitor.isOffice() ? withAll(all, "newsletter.item.by-office") : all;
    }

    Audience.Segment segment(Map<String, String> given) {
        var level = given.getOrDefault("level", "");
        return new Audience.Segment(
                id(given.get("actorGroup")), id(given.get("area")), LEVELS.contains(level) ? level : null);
    }

    static @Nullable UUID id(@Nullable String text) {
        if (text == null || !text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(text);
    }

    static int version(Map<String, String> given) {
        var text = given.getOrDefault("version", "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// @throws Refused when it is no whole number between the two
    static @Nullable Integer number(@Nullable String typed, int least, int most) {
        if (typed == null || typed.isBlank()) return null;
        var text = typed.strip();
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        }
        throw new Refused("newsletter.number-wrong", least, most);
    }
}
