package org.wirknetz.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the directory would tell the office today: open questions, people to inform, gaps in the cards. Each says how
/// many
/// and names the first few; the page makes sentences of it.
@Component
public class Letter {

    private static final int DAYS_WITHOUT_ANSWER = 30;

    private final JdbcClient db;
    private final Clock clock;

    Letter(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param names the first three, by name
    /// @param due the day by which the first has to be done; null where there is none
    public record Pile(
            int number, List<String> names, @Nullable LocalDate due) {}

    public int organisations() {
        return db.sql("select count(*) from directory.organisation")
                .query(Integer.class)
                .single();
    }

    /// Asked to join more than 30 days ago and not answered.
    public Pile unanswered() {
        return pile("""
                select o.name, cast(null as date) as due from directory.membership m
                  join directory.organisation o on o.network = m.network and o.id = m.organisation
                 where m.network = platform.network() and m.status = 'ASKED' and m.valid_to is null
                   and m.valid_from < cast(:today as date) - %d
                 order by m.valid_from, platform.fold(o.name)
                """.formatted(DAYS_WITHOUT_ANSWER));
    }

    /// People whose data we hold and who were not told: due one month after they were entered (Art. 14 GDPR).
    public Pile uninformed() {
        return pile("""
                select trim(concat_ws(' ', given_name, family_name)) as name,
                       (least(cast(created_at at time zone 'Europe/Berlin' as date), cast(:today as date))
                        + interval '1 month')::date as due
                  from directory.person
                 where network = platform.network() and informed_on is null and forgotten_on is null
                 order by created_at, family_name
                """);
    }

    /// Members without anybody to call.
    public Pile unreachable() {
        return pile("""
                select o.name, cast(null as date) as due from directory.membership m
                  join directory.organisation o on o.network = m.network and o.id = m.organisation
                 where m.network = platform.network() and m.status in ('ACTIVE', 'DORMANT')
                   and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today)
                   and not exists (select from directory.position x where x.network = o.network and x.organisation = o.id
                                      and (x.valid_from is null or x.valid_from <= :today) and (x.valid_to is null or x.valid_to > :today))
                   and not exists (select from directory.mandate x where x.network = o.network and x.organisation = o.id
                                      and (x.valid_from is null or x.valid_from <= :today) and (x.valid_to is null or x.valid_to > :today))
                 order by platform.fold(o.name)
                """);
    }

    /// Members whose representative left within a year and nobody followed.
    public Pile unrepresented() {
        return pile("""
                select o.name, cast(null as date) as due from directory.organisation o
                 where o.network = platform.network()
                   and exists (select from directory.membership m where m.network = o.network and m.organisation = o.id
                                  and m.status in ('ACTIVE', 'DORMANT')
                                  and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to > :today))
                   and exists (select from directory.mandate d where d.network = o.network and d.organisation = o.id
                                  and d.kind = 'REPRESENTS' and d.valid_to <= :today and d.valid_to > cast(:today as date) - 365)
                   and not exists (select from directory.mandate d where d.network = o.network and d.organisation = o.id
                                  and d.kind = 'REPRESENTS' and (d.valid_to is null or d.valid_to > :today))
                 order by platform.fold(o.name)
                """);
    }

    private Pile pile(String question) {
        return db.sql(
                        "with pile as (" + question
                                + ") select count(*)::int as number, array(select name from pile limit 3) as names, min(due) as due from pile")
                .param("today", LocalDate.now(clock))
                .query((row, number) -> {
                    var names = row.getArray("names");
                    return new Pile(
                            row.getInt("number"),
                            names == null ? List.of() : List.of((String[]) names.getArray()),
                            row.getObject("due", LocalDate.class));
                })
                .single();
    }
}
