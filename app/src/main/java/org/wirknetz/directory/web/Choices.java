package org.wirknetz.directory.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.web.Choice;

/// What forms and filters let one choose from.
@Component
class Choices {

    private final JdbcClient db;
    private final Desk desk;

    Choices(JdbcClient db, Desk desk) {
        this.db = db;
        this.desk = desk;
    }

    List<Choice> groups(Set<String> chosen) {
        return db.sql("""
                        select id::text as id, case when :language = 'en' then name_en else name_de end as name
                          from directory.actor_group
                         order by position, platform.fold(name_de), id
                        """)
                .param("language", desk.locale().getLanguage())
                .query((row, number) ->
                        new Choice(row.getString("id"), row.getString("name"), chosen.contains(row.getString("id"))))
                .list();
    }

    /// Districts first, each followed by its municipalities.
    List<Choice> areas(@Nullable String chosen) {
        return db.sql("""
                        select a.id::text as id, case when a.parent is null then a.name else '– ' || a.name end as name
                          from directory.area a
                          left join directory.area parent on parent.network = a.network and parent.id = a.parent
                         order by platform.fold(coalesce(parent.name, a.name)), a.parent is not null, platform.fold(a.name), a.id
                        """)
                .query((row, number) -> new Choice(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("id").equals(chosen)))
                .list();
    }

    /// A select that may stay empty begins with nothing.
    static List<Choice> orNothing(String nothing, List<Choice> choices) {
        var all = new java.util.ArrayList<Choice>();
        all.add(new Choice("", nothing, choices.stream().noneMatch(Choice::chosen)));
        all.addAll(choices);
        return List.copyOf(all);
    }
}
