package org.wirknetz.tasks.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.web.Asked;

/// Decisions as the register shows them.
///
/// @param total how many there are in all, on this page and the others
public record DecisionRows(long total, List<Row> rows) {

    static final int SIZE = 50;
    private static final int MOST = 100_000;

    private static final Map<String, String> COLUMNS = Map.of(
            "number", "d.number",
            "title", "platform.fold(d.title)",
            "decided", "d.decided_on",
            "due", "d.due_on",
            "owner", "platform.fold(concat_ws(' ', d.organisation_name, d.person_name))",
            "state", "array_position(array['LATE', 'OPEN', 'STANDING', 'DONE', 'DROPPED'], d.state)");

    private static final String ROWS = """
            select d.*, count(*) over () as total from (
            select x.id, x.number, x.title, x.body, x.mandate_basis, x.decided_on, x.group_id as "group", g.name as group_name,
                   x.meeting_id as meeting, x.owner_organisation as organisation, o.name as organisation_name,
                   x.owner_person as person, p.name as person_name, x.due_on, x.sphere, x.disclosure, x.funding,
                   case when c.state = 'OPEN' and x.due_on < :today then 'LATE' else c.state end as state,
                   c.done_on, x.done_on is not null as said_done, x.dropped_on, x.reason, progress.open as open_tasks, progress.done as done_tasks,
                   access.is_office() or coalesce(x.group_id in (select tasks.led_groups()), false) as changes, x.version
              from tasks.decision x
              join tasks.decision_card c on c.network = x.network and c.id = x.id
             cross join lateral tasks.progress(x.id) progress
              left join directory.organisation_card o on o.network = x.network and o.id = x.owner_organisation
              left join directory.person_card p on p.network = x.network and p.id = x.owner_person
              left join groups.group_card g on g.network = x.network and g.id = x.group_id
             where x.network = platform.network()) d
            """;

    /// @param mandateBasis null: decided without a mandate
    /// @param state `OPEN`, `LATE`, `DONE`, `DROPPED` or `STANDING` (nothing to do but to keep to it)
    /// @param saidDone somebody said so; else its tasks did
    /// @param changes whether the visitor may change it
    public record Row(
            UUID id,
            int number,
            String title,
            @Nullable String body,
            @Nullable String mandateBasis,
            LocalDate decidedOn,
            @Nullable UUID group,
            @Nullable String groupName,
            @Nullable UUID meeting,
            @Nullable UUID organisation,
            @Nullable String organisationName,
            @Nullable UUID person,
            @Nullable String personName,
            @Nullable LocalDate dueOn,
            @Nullable String sphere,
            String disclosure,
            boolean funding,
            String state,
            @Nullable LocalDate doneOn,
            boolean saidDone,
            @Nullable LocalDate droppedOn,
            @Nullable String reason,
            int openTasks,
            int doneTasks,
            boolean changes,
            int version,
            long total) {

        public String kind() {
            return switch (state) {
                case "DONE" -> "good";
                case "LATE" -> "urgent";
                default -> "plain";
            };
        }

        public boolean running() {
            return state.equals("OPEN") || state.equals("LATE");
        }
    }

    static Asked asked(String path, Map<String, String> given) {
        return Asked.reading(path, given)
                .words("q")
                .oneOf("state", "OPEN", "LATE", "DONE", "DROPPED", "STANDING")
                .oneOf("sphere", "PRACTICE", "THEORY")
                .oneOf("mandate", "with", "without")
                .id("group")
                .id("meeting")
                .sort("-number", COLUMNS.keySet())
                .asked();
    }

    static DecisionRows page(JdbcClient db, Asked asked, LocalDate today) {
        return listed(db, asked, today, SIZE, (asked.page() - 1) * SIZE);
    }

    static DecisionRows whole(JdbcClient db, Asked asked, LocalDate today) {
        return listed(db, asked, today, MOST, 0);
    }

    static Optional<Row> one(JdbcClient db, UUID id, LocalDate today) {
        return db.sql(ROWS + " where d.id = :id")
                .param("today", today)
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    private static DecisionRows listed(JdbcClient db, Asked asked, LocalDate today, int limit, int offset) {
        var rows = db.sql(ROWS + """
                         where (:state = '' or d.state = :state)
                           and (:sphere = '' or d.sphere = :sphere)
                           and (:mandate = '' or (d.mandate_basis is not null) = (:mandate = 'with'))
                           and (cast(:group as uuid) is null or d."group" = cast(:group as uuid))
                           and (cast(:meeting as uuid) is null or d.meeting = cast(:meeting as uuid))
                           and (:q = '' or position(platform.fold(:q) in platform.fold(concat_ws(' ', d.number, d.title, d.body,
                                d.mandate_basis, d.organisation_name, d.person_name, d.group_name))) > 0)
                         order by %s, d.number desc, d.id
                         limit :limit offset :offset
                        """.formatted(asked.order(COLUMNS)))
                .param("today", today)
                .param("state", asked.is("state"))
                .param("sphere", asked.is("sphere"))
                .param("mandate", asked.is("mandate"))
                .param("group", asked.id("group"))
                .param("meeting", asked.id("meeting"))
                .param("q", asked.is("q"))
                .param("limit", limit)
                .param("offset", offset)
                .query(Row.class)
                .list();
        return new DecisionRows(rows.isEmpty() ? 0 : rows.getFirst().total(), rows);
    }

    /// Somebody who takes part in deciding on money and gives money, too.
    ///
    /// @param groups by which
    public record OnBothSides(UUID id, String name, String groups) {}

    /// Whoever sees to it, sits in the body on that day or, where no body decided, is a member of the network then, and
    /// belongs to an actor group that also funds.
    static List<OnBothSides> onBothSides(JdbcClient db, Row decision, boolean german) {
        if (!decision.funding()) return List.of();
        return db.sql("""
                        select o.id, o.name,
                               string_agg(case when :german then g.name_de else g.name_en end, ', ' order by g.position, g.key) as groups
                          from directory.organisation_group_card g
                          join directory.organisation_card o on o.network = g.network and o.id = g.organisation
                         where g.network = platform.network() and g.funds
                           and (o.id = cast(:owner as uuid)
                             or exists (select from groups.member_card m
                                         where m.network = g.network and m.group_id = cast(:group as uuid) and m.organisation = o.id
                                           and m.part <> 'GUEST' and m.since <= :on and (m.until is null or m.until > :on))
                             or (cast(:group as uuid) is null
                                 and exists (select from directory.membership_card m
                                              where m.network = g.network and m.organisation = o.id and m.status = 'ACTIVE'
                                                and (m.valid_from is null or m.valid_from <= :on)
                                                and (m.valid_to is null or m.valid_to > :on))))
                         group by o.id, o.name order by platform.fold(o.name), o.id
                        """)
                .param("german", german)
                .param("owner", decision.organisation())
                .param("group", decision.group())
                .param("on", decision.decidedOn())
                .query(OnBothSides.class)
                .list();
    }

    /// @param about what they gave way on
    public record Concession(UUID id, UUID organisation, String name, String about) {}

    static List<Concession> concessions(JdbcClient db, UUID decision) {
        return db.sql("""
                        select c.id, c.organisation, o.name, c.about from tasks.concession c
                          join directory.organisation_card o on o.network = c.network and o.id = c.organisation
                         where c.decision = ? order by platform.fold(o.name), c.id
                        """).param(decision).query(Concession.class).list();
    }
}
