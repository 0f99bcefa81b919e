package org.wirknetz.journal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;

/// What is to be followed up.
///
/// @param asked `state`: empty for what is open, `due`, `done`; `q` words of what, organisation or person
public record FollowUpList(Asked asked, List<Row> rows, boolean untouched) {

    private static final int MOST = 500;

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "f.due_on",
            "with", "platform.fold(o.name)",
            "what", "platform.fold(f.what)",
            "postponed", "f.postponed");

    /// @param person empty where nobody in particular
    public record Row(
            UUID id,
            UUID organisation,
            String name,
            String person,
            String what,
            LocalDate dueOn,
            int postponed,
            @Nullable LocalDate doneOn) {

        public boolean late(LocalDate today) {
            return doneOn == null && dueOn.isBefore(today);
        }
    }

    private static final String SELECT = """
            select f.id, f.organisation, o.name, coalesce(p.name, '') as person, f.what, f.due_on, f.postponed, f.done_on
              from journal.follow_up f
              join directory.organisation_card o on o.network = f.network and o.id = f.organisation
              left join directory.person_card p on p.network = f.network and p.id = f.person
             where f.network = platform.network()
            """;

    static FollowUpList of(JdbcClient db, String path, Map<String, String> given, LocalDate today) {
        var asked = Asked.reading(path, given)
                .words("q")
                .usually("state", "", Set.of("", "due", "done"))
                .sort("due", COLUMNS.keySet())
                .asked();
        var rows = db.sql(SELECT + """
                           and case :state when 'due' then f.done_on is null and f.due_on <= :today
                                           when 'done' then f.done_on is not null
                                           else f.done_on is null end
                           and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', f.what, o.name, p.name))) > 0)
                         order by %s, f.created_at, f.id limit %d
                        """.formatted(asked.order(COLUMNS), MOST))
                .param("state", asked.is("state"))
                .param("today", today)
                .param("q", asked.is("q"))
                .query(Row.class)
                .list();
        boolean untouched = rows.isEmpty()
                && db.sql("select not exists (select from journal.follow_up)")
                        .query(Boolean.class)
                        .single();
        return new FollowUpList(asked, rows, untouched);
    }

    /// How many are due.
    static int due(JdbcClient db, LocalDate today) {
        return db.sql("select count(*) from journal.follow_up where done_on is null and due_on <= ?")
                .param(today)
                .query(Integer.class)
                .single();
    }

    static List<Row> openWith(JdbcClient db, UUID organisation) {
        return db.sql(SELECT + " and f.done_on is null and f.organisation = :organisation order by f.due_on, f.id")
                .param("organisation", organisation)
                .query(Row.class)
                .list();
    }
}
