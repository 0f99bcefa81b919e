package org.wirknetz.tasks.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;

/// Tasks and promises as lists show them.
///
/// @param total how many there are in all, on this page and the others
public record TaskRows(long total, List<Row> rows) {

    static final int SIZE = 50;
    private static final int MOST = 100_000;

    private static final Map<String, String> COLUMNS = Map.of(
            "due", "t.due_on",
            "title", "platform.fold(t.title)",
            "owner", "platform.fold(concat_ws(' ', t.organisation_name, t.person_name))",
            "standing", "t.standing",
            "given", "t.given_on");

    /// Whether the visitor may settle it is asked with the row: a list of fifty asks once.
    private static final String ROWS = """
            select t.*, count(*) over () as total from (
            select t.id, t.title, t.note, t.owner_organisation as organisation, o.name as organisation_name, t.owner_person as person,
                   p.name as person_name, t.given_on, t.due_on, t.due_first, t.done_on, t.outcome, t.dropped_on, t.reason,
                   t.group_id as "group", g.name as group_name, t.meeting_id as meeting, t.decision_id as decision,
                   d.title as decision_title, t.initiator_organisation as initiator, i.name as initiator_name,
                   t.promised_to is not null or t.promised_person is not null as promise,
                   concat_ws(', ', pp.name, po.name) as promised,
                   case when t.done_on is not null then 'done' when t.dropped_on is not null then 'dropped'
                        when t.due_on < :today then 'late' else 'open' end as standing,
                   access.is_office() or coalesce(t.owner_organisation in (select tasks.own_organisations()), false)
                       or coalesce(t.owner_person in (select tasks.my_people()), false)
                       or coalesce(t.group_id in (select tasks.led_groups()), false) as settles,
                   coalesce(t.owner_person in (select tasks.my_people()), false)
                       or (t.owner_person is null and coalesce(t.owner_organisation in (select tasks.own_organisations()), false))
                       or (t.owner_person is null and t.owner_organisation is null and access.is_office()) as mine,
                   t.hours, t.version
              from tasks.task t
              left join directory.organisation_card o on o.network = t.network and o.id = t.owner_organisation
              left join directory.person_card p on p.network = t.network and p.id = t.owner_person
              left join directory.organisation_card i on i.network = t.network and i.id = t.initiator_organisation
              left join directory.organisation_card po on po.network = t.network and po.id = t.promised_to
              left join directory.person_card pp on pp.network = t.network and pp.id = t.promised_person
              left join groups.group_card g on g.network = t.network and g.id = t.group_id
              left join tasks.decision d on d.network = t.network and d.id = t.decision_id
             where t.network = platform.network()) t
            """;

    /// @param standing `open`, `late`, `done` or `dropped`
    /// @param settles whether the visitor may say that it is done
    /// @param dueFirst the date it is measured by
    public record Row(
            UUID id,
            String title,
            @Nullable String note,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            @Nullable UUID person,
            @Nullable String personName,
            LocalDate givenOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate dueFirst,
            @Nullable LocalDate doneOn,
            @Nullable String outcome,
            @Nullable LocalDate droppedOn,
            @Nullable String reason,
            @Nullable UUID group,
            @Nullable String groupName,
            @Nullable UUID meeting,
            @Nullable UUID decision,
            @Nullable String decisionTitle,
            @Nullable UUID initiator,
            @Nullable String initiatorName,
            boolean promise,
            String promised,
            String standing,
            boolean settles,
            @Nullable BigDecimal hours,
            int version,
            long total) {

        public boolean open() {
            return doneOn == null && droppedOn == null;
        }

        public String kind() {
            return switch (standing) {
                case "done" -> "good";
                case "late" -> "urgent";
                default -> "plain";
            };
        }

        /// Given more time than it had at first.
        public boolean carried() {
            return dueOn != null && dueFirst != null && dueOn.isAfter(dueFirst);
        }

        /// Where it comes from, in one line.
        public String from() {
            return decisionTitle != null ? decisionTitle : groupName != null ? groupName : "";
        }
    }

    static Asked asked(String path, Map<String, String> given, boolean office) {
        return Asked.reading(path, given)
                .words("q")
                .usually("whose", office ? "all" : "mine", java.util.Set.of("mine", "all"))
                .usually("standing", "running", java.util.Set.of("running", "late", "done", "dropped", "all"))
                .oneOf("kind", "task", "promise")
                .id("decision")
                .sort("due", COLUMNS.keySet())
                .asked();
    }

    static TaskRows page(JdbcClient db, Asked asked, LocalDate today) {
        return listed(db, asked, today, SIZE, (asked.page() - 1) * SIZE);
    }

    static TaskRows whole(JdbcClient db, Asked asked, LocalDate today) {
        return listed(db, asked, today, MOST, 0);
    }

    static List<Row> ofDecision(JdbcClient db, UUID decision, LocalDate today) {
        return db.sql(ROWS + " where t.decision = :decision order by t.due_on nulls last, platform.fold(t.title), t.id")
                .param("today", today)
                .param("decision", decision)
                .query(Row.class)
                .list();
    }

    static java.util.Optional<Row> one(JdbcClient db, UUID id, LocalDate today) {
        return db.sql(ROWS + " where t.id = :id")
                .param("today", today)
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    private static TaskRows listed(JdbcClient db, Asked asked, LocalDate today, int limit, int offset) {
        var rows = db.sql(ROWS + """
                         where (:whose = 'all' or t.mine)
                           and (:standing = 'all' or t.standing = :standing or (:standing = 'running' and t.standing in ('open', 'late')))
                           and (:kind = '' or t.promise = (:kind = 'promise'))
                           and (cast(:decision as uuid) is null or t.decision = cast(:decision as uuid))
                           and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', t.title, t.note, t.organisation_name,
                                t.person_name, t.decision_title, t.group_name, t.promised))) > 0)
                         order by %s, platform.fold(t.title), t.id
                         limit :limit offset :offset
                        """.formatted(asked.order(COLUMNS)))
                .param("today", today)
                .param("whose", asked.is("whose"))
                .param("standing", asked.is("standing"))
                .param("kind", asked.is("kind"))
                .param("decision", asked.id("decision"))
                .param("q", asked.is("q"))
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list();
        return new TaskRows(rows.isEmpty() ? 0 : rows.getFirst().total(), rows);
    }

    /// What the visitor has open, and how well promises were kept.
    ///
    /// @param late of the open ones, those whose day has passed
    /// @param promises whose day has come, or that were kept before it
    /// @param kept of these, those kept by their first date
    public record Counts(long open, long late, long promises, long kept, boolean any) {}

    static Counts counts(JdbcClient db, LocalDate today) {
        return db.sql("""
                        select count(*) filter (where t.done_on is null and t.dropped_on is null) as open,
                               count(*) filter (where t.done_on is null and t.dropped_on is null and t.due_on < :today) as late,
                               count(*) filter (where promised and (t.due_first < :today or t.done_on is not null)) as promises,
                               count(*) filter (where promised and t.done_on is not null
                                                  and (t.due_first is null or t.done_on <= t.due_first)) as kept,
                               count(*) > 0 as any
                          from (select x.*, x.promised_to is not null or x.promised_person is not null as promised
                                  from tasks.task x where x.network = platform.network()) t
                        """).param("today", today).query(Counts.class).single();
    }
}
