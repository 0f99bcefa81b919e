package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.CalendarDates;
import org.wirknetz.platform.Words;

/// The last days of mandates, memberships and ties: what the office has to see to before it lapses.
@Component
class EndDates implements CalendarDates {

    /// Intervals are half-open: the last day is the one before `valid_to`.
    private static final String ENDS = """
            select 'mandate' as what, m.id, m.valid_to, concat_ws(' ', p.given_name, p.family_name) as one, o.name as other
              from directory.mandate m
              join directory.person p on p.network = m.network and p.id = m.person
              join directory.organisation o on o.network = m.network and o.id = m.organisation
             where m.valid_to > :from and m.valid_to <= :to
            union all
            select 'membership', m.id, m.valid_to, o.name, ''
              from directory.membership m
              join directory.organisation o on o.network = m.network and o.id = m.organisation
             where m.status in ('ACTIVE', 'DORMANT', 'GUEST') and m.valid_to > :from and m.valid_to <= :to
            union all
            select 'tie', t.id, t.valid_to, f.name, o.name
              from networkcheck.tie t
              join directory.organisation f on f.network = t.network and f.id = t.from_organisation
              join directory.organisation o on o.network = t.network and o.id = t.to_organisation
             where t.valid_to > :from and t.valid_to <= :to
             order by 3, 2
            """;

    private final JdbcClient db;
    private final Words words;

    EndDates(JdbcClient db, Words words) {
        this.db = db;
        this.words = words;
    }

    @Override
    public List<Day> between(LocalDate from, LocalDate to, Locale locale) {
        return db.sql(ENDS)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Day(
                        row.getObject("id", UUID.class),
                        row.getObject("valid_to", LocalDate.class).minusDays(1),
                        words.say(
                                locale,
                                "transfer.calendar." + row.getString("what"),
                                row.getString("one"),
                                row.getString("other"))))
                .list();
    }
}
