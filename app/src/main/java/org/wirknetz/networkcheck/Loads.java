package org.wirknetz.networkcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.directory.LoadBudgets;

/// What is asked of partners in a half-year, read from the rooms that ask, as far as the visitor in scope may see it.
@Component
@Transactional(readOnly = true)
public class Loads implements LoadBudgets {

    private static final double LEADING_A_MONTH = 3;
    private static final double DEPUTY_A_MONTH = 1;
    private static final double READING = 0.1;

    private static final String ASKED = """
            select i.organisation, 'MEETING' as kind, m.id as thing, m.title, (m.starts_at at time zone 'Europe/Berlin')::date as "on",
                   count(*) * extract(epoch from m.ends_at - m.starts_at)::float8 / 3600 as hours, count(*)::int as people,
                   m.group_id as "group"
              from meetings.meeting_card m
              join meetings.invitation_card i on i.network = m.network and i.meeting_id = m.id and i.organisation is not null
               and i.answer is distinct from 'NO' and not i.waiting
             where m.network = platform.network() and m.state = 'INVITED'
               and m.starts_at >= cast(:from as timestamp) at time zone 'Europe/Berlin'
               and m.starts_at < cast(:to as timestamp) at time zone 'Europe/Berlin'
               and not exists (select from meetings.attendance_card a where a.network = m.network and a.meeting_id = m.id)
             group by i.organisation, m.id, m.title, m.starts_at, m.ends_at, m.group_id
            union all
            select a.organisation, 'MEETING', m.id, m.title, (m.starts_at at time zone 'Europe/Berlin')::date,
                   sum(greatest(0, extract(epoch from coalesce(a.left_at, m.ends_at) - coalesce(a.arrived_at, m.starts_at))))::float8 / 3600,
                   count(*)::int, m.group_id
              from meetings.meeting_card m
              join meetings.attendance_card a on a.network = m.network and a.meeting_id = m.id and a.organisation is not null
               and a.presence = 'PRESENT'
             where m.network = platform.network() and m.state <> 'CANCELLED'
               and m.starts_at >= cast(:from as timestamp) at time zone 'Europe/Berlin'
               and m.starts_at < cast(:to as timestamp) at time zone 'Europe/Berlin'
             group by a.organisation, m.id, m.title, m.starts_at, m.group_id
            union all
            select t.owner_organisation, 'TASK', t.id, t.title, t.falls, coalesce(t.hours, :task)::float8, 1, t.group_id
              from (select task.*, coalesce(task.done_on, greatest(task.due_on, :today), :today) as falls from tasks.task_card task
                     where task.network = platform.network() and task.owner_organisation is not null and task.dropped_on is null) t
             where t.falls >= :from and t.falls < :to
            union all
            select c.organisation, 'ROLE', g.id, g.name, greatest(c.since, :from),
                   (least(coalesce(c.until, :to), :to) - greatest(c.since, :from)) / 30.4375
                       * case c.part when 'LEAD' then :lead else :deputy end,
                   1, g.id
              from groups.member_card c
              join groups.group_card g on g.network = c.network and g.id = c.group_id
             where c.network = platform.network() and c.part in ('LEAD', 'DEPUTY')
               and c.since < :to and (c.until is null or c.until > :from) and (g.closed_on is null or g.closed_on > :from)
            union all
            select k.organisation, 'READING', k.circular, c.subject, (c.sent_at at time zone 'Europe/Berlin')::date,
                   count(*) * :reading, count(*)::int, c.group_id
              from newsletter.acknowledgement_card k
              join newsletter.circular_card c on c.network = k.network and c.id = k.circular
             where k.network = platform.network()
               and c.sent_at >= cast(:from as timestamp) at time zone 'Europe/Berlin'
               and c.sent_at < cast(:to as timestamp) at time zone 'Europe/Berlin'
             group by k.organisation, k.circular, c.subject, c.sent_at, c.group_id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Loads(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// An organisation in a half-year.
    ///
    /// @param capacity hours it can give in the half-year; null where nobody has said
    public record Load(
            UUID organisation,
            String name,
            double meetings,
            double tasks,
            double roles,
            double reading,
            double asked,
            @Nullable Double capacity) {

        public boolean beyond() {
            return capacity != null && asked > capacity;
        }

        /// Asked to what can be given, in percent; 0 where nothing was said or nothing can be given.
        public long percent() {
            return capacity == null || capacity == 0 ? 0 : Math.round(100 * asked / capacity);
        }

        /// Key of the words that say it.
        public String word() {
            return capacity == null || capacity == 0 ? "networkcheck.load.nothing-left" : "networkcheck.load.percent";
        }
    }

    /// All partners of whom something is asked or who said what they can give: those beyond it first.
    public List<Load> all(HalfYear half) {
        return all("", given(half));
    }

    /// @param only a condition on whom it is asked of; empty for everybody
    private List<Load> all(String only, Map<String, Object> given) {
        return db.sql("""
                        select o.id as organisation, o.name, coalesce(a.meetings, 0) as meetings, coalesce(a.tasks, 0) as tasks,
                               coalesce(a.roles, 0) as roles, coalesce(a.reading, 0) as reading, coalesce(a.asked, 0) as asked,
                               c.hours as capacity
                          from directory.organisation_card o
                          left join (select organisation, sum(hours) filter (where kind = 'MEETING') as meetings,
                                            sum(hours) filter (where kind = 'TASK') as tasks, sum(hours) filter (where kind = 'ROLE') as roles,
                                            sum(hours) filter (where kind = 'READING') as reading, sum(hours) as asked
                                       from (""" + ASKED + """
                        ) asked """ + only + """
                         group by organisation) a on a.organisation = o.id
                          left join (select organisation, (hours * case per when 'MONTH' then 6 else 1 end)::float8 as hours
                                       from networkcheck.capacity) c on c.organisation = o.id
                         where o.network = platform.network() and not o.coordinator and (a.asked > 0 or c.hours is not null)
                         order by (coalesce(a.asked, 0) > c.hours) desc nulls last, coalesce(a.asked, 0) / nullif(c.hours, 0) desc nulls last,
                                  a.asked desc nulls last, platform.fold(o.name), o.id
                        """)
                .params(given)
                .query(Load.class)
                .list();
    }

    /// What one is asked for, the largest first.
    public List<Asked> of(UUID organisation, HalfYear half) {
        return db.sql("select * from (" + ASKED
                        + ") asked where organisation = :organisation order by hours desc, \"on\", title, thing")
                .params(given(half))
                .param("organisation", organisation)
                .query(Asked.class)
                .list();
    }

    private Map<String, Object> given(HalfYear half) {
        return Map.of(
                "from", half.from(),
                "to", half.to(),
                "today", LocalDate.now(clock),
                "task", HOURS_OF_A_TASK,
                "lead", LEADING_A_MONTH,
                "deputy", DEPUTY_A_MONTH,
                "reading", READING);
    }

    @Override
    public List<Beyond> beyond(LocalDate day, ToDoubleFunction<UUID> more) {
        var said = db.sql("select organisation from networkcheck.capacity")
                .query(UUID.class)
                .list();
        if (said.isEmpty()) return List.of();
        var given = new HashMap<>(given(HalfYear.of(day)));
        given.put("said", said.toArray(UUID[]::new));
        return all(" where organisation = any (:said)", given).stream()
                .filter(it -> it.capacity() != null)
                .map(it -> new Beyond(
                        it.organisation(),
                        it.name(),
                        (long) Math.ceil(it.asked() + more.applyAsDouble(it.organisation())),
                        Math.round(java.util.Objects.requireNonNull(it.capacity()))))
                .filter(it -> it.asked() > it.capacity())
                .collect(Collectors.toList());
    }

    /// What the meetings of a body have cost up to today, and what came of them (German: *Stunden je Ergebnis*).
    ///
    /// @param group null for meetings of no group
    /// @param results decisions taken and tasks done
    public record Cost(@Nullable UUID group, @Nullable String name, int meetings, double hours, int results) {

        /// Hours for one result; null as long as there is none.
        public @Nullable Double each() {
            return results == 0 ? null : hours / results;
        }
    }

    /// Those of whose meetings nothing came first, then by what one result cost.
    public List<Cost> costs(HalfYear half) {
        return db.sql("""
                        select spent."group", g.name, spent.meetings, spent.hours,
                               ((select count(*) from tasks.decision_card d
                                  where d.network = platform.network() and d.group_id is not distinct from spent."group"
                                    and d.state <> 'DROPPED' and d.decided_on >= :from and d.decided_on < :to)
                                + (select count(*) from tasks.task_card t
                                    where t.network = platform.network() and t.group_id is not distinct from spent."group"
                                      and t.done_on >= :from and t.done_on < :to))::int as results
                          from (select "group", count(distinct thing)::int as meetings, sum(hours) as hours
                                  from (""" + ASKED + """
                        ) asked where kind = 'MEETING' and "on" <= :today group by "group") spent
                          left join groups.group_card g on g.network = platform.network() and g.id = spent."group"
                         order by spent.hours
                        """).params(given(half)).query(Cost.class).list().stream()
                .sorted(java.util.Comparator.comparingDouble(
                                (Cost it) -> it.each() == null ? Double.MAX_VALUE : it.each())
                        .thenComparingDouble(Cost::hours)
                        .reversed())
                .toList();
    }
}
