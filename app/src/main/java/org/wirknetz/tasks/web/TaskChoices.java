package org.wirknetz.tasks.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.LoadBudgets;
import org.wirknetz.platform.web.Choice;

/// What can be chosen in the forms of decisions and tasks: organisations, people, bodies.
@Component
class TaskChoices {

    private static final int FORESEEN = 10;

    private final JdbcClient db;
    private final TasksDesk desk;
    private final LoadBudgets budgets;

    TaskChoices(JdbcClient db, TasksDesk desk, LoadBudgets budgets) {
        this.db = db;
        this.desk = desk;
        this.budgets = budgets;
    }

    /// With whom a task may lie; whoever has no hours left for it says so behind its name, before it is given.
    ///
    /// @param due a day of the half-year it falls into; one that is past, or so far ahead that it was mistyped,
    /// counts as today
    /// @param hours it takes; null where nobody has said
    /// @param holder with whom it lies already and is counted; null for a new one
    List<Choice> owners(
            String nothing,
            @Nullable UUID chosen,
            @Nullable LocalDate due,
            @Nullable BigDecimal hours,
            @Nullable UUID holder) {
        var today = desk.today();
        double more = hours == null ? LoadBudgets.HOURS_OF_A_TASK : hours.doubleValue();
        var day = due == null || due.isBefore(today) || due.isAfter(today.plusYears(FORESEEN)) ? today : due;
        var beyond = budgets.beyond(day, it -> it.equals(holder) ? 0 : more).stream()
                .collect(Collectors.toMap(it -> it.organisation().toString(), it -> it));
        return organisations(nothing, chosen).stream()
                .map(it -> {
                    var known = beyond.get(it.value());
                    return known == null
                            ? it
                            : new Choice(
                                    it.value(),
                                    desk.say("tasks.owner.beyond", it.label(), known.asked(), known.capacity()),
                                    it.chosen());
                })
                .toList();
    }

    private record Named(UUID id, String name) {}

    /// @param nothing what an empty choice means, such as "the office"
    List<Choice> organisations(String nothing, @Nullable UUID chosen) {
        return choices(
                nothing,
                chosen,
                db.sql("""
                        select o.id, o.name from directory.organisation_card o
                         where o.network = platform.network()
                           and (o.id = cast(:chosen as uuid) or o.coordinator
                                or exists (select from directory.membership_card m
                                            where m.network = o.network and m.organisation = o.id
                                              and (m.valid_from is null or m.valid_from <= :today)
                                              and (m.valid_to is null or m.valid_to > :today)))
                         order by platform.fold(o.name), o.id
                        """)
                        .param("chosen", chosen)
                        .param("today", desk.today())
                        .query(Named.class)
                        .list());
    }

    /// Whoever stands for an organisation today, with its name behind theirs.
    List<Choice> people(String nothing, @Nullable UUID chosen) {
        return choices(
                nothing,
                chosen,
                db.sql("""
                        select p.id, concat_ws(', ', p.family_name, p.given_name)
                               || coalesce(' (' || (select string_agg(distinct o.short, ', ')
                                       from directory.mandate_card m
                                       join directory.organisation_card o on o.network = m.network and o.id = m.organisation
                                      where m.network = p.network and m.person = p.id
                                        and (m.valid_from is null or m.valid_from <= :today)
                                        and (m.valid_to is null or m.valid_to > :today)) || ')', '') as name
                          from directory.person_card p
                         where p.network = platform.network()
                           and (p.id = cast(:chosen as uuid)
                                or exists (select from directory.mandate_card m
                                            where m.network = p.network and m.person = p.id
                                              and (m.valid_from is null or m.valid_from <= :today)
                                              and (m.valid_to is null or m.valid_to > :today)))
                         order by platform.fold(concat_ws(' ', p.family_name, p.given_name)), p.id
                        """)
                        .param("chosen", chosen)
                        .param("today", desk.today())
                        .query(Named.class)
                        .list());
    }

    /// The bodies for which this visitor enters decisions: the office all, others those they lead.
    List<Choice> groups(Visitor visitor, String nothing, @Nullable UUID chosen) {
        return choices(
                nothing,
                chosen,
                db.sql("""
                        select g.id, g.name from groups.group_card g
                         where g.network = platform.network()
                           and (g.id = cast(:chosen as uuid)
                                or ((g.closed_on is null or g.closed_on > :today)
                                    and (:office or g.id in (select tasks.led_groups()))))
                         order by platform.fold(g.name), g.id
                        """)
                        .param("chosen", chosen)
                        .param("today", desk.today())
                        .param("office", visitor.isOffice())
                        .query(Named.class)
                        .list());
    }

    /// The organisation somebody stands for today, where it is the only one.
    @Nullable
    UUID organisationOf(UUID person) {
        var all = db.sql("""
                        select distinct m.organisation from directory.mandate_card m
                         where m.network = platform.network() and m.person = :person
                           and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
                        """)
                .param("person", person)
                .param("today", desk.today())
                .query(UUID.class)
                .list();
        return all.size() == 1 ? all.getFirst() : null;
    }

    private static List<Choice> choices(String nothing, @Nullable UUID chosen, List<Named> named) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", nothing, chosen == null));
        named.forEach(
                it -> all.add(new Choice(it.id().toString(), it.name(), it.id().equals(chosen))));
        return List.copyOf(all);
    }
}
